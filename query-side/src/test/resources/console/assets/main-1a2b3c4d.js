// a script of the bundle, named by its hash
