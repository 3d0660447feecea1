# Finds an installed JDK. Sourced by mvnw and throughline, so that both find the same ones.

# is_jdk VERSION HOME: whether HOME holds a JDK (not only a runtime) of that feature version.
is_jdk() {
  [ -x "$2/bin/javac" ] && grep -q "^JAVA_VERSION=\"$1[.\"]" "$2/release" 2>/dev/null
}

# The home of the java on the PATH, its links followed.
home_of_java_on_path() {
  local java link
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  dirname "$(dirname "$java")"
}

# find_jdk VERSION: prints the home of a JDK of that feature version, or nothing.
find_jdk() {
  local home
  for home in \
    "${JAVA_HOME:-}" \
    "$(home_of_java_on_path)" \
    /usr/lib/jvm/* \
    /usr/java/* \
    /opt/java/* \
    "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* \
    "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_jdk "$1" "$home"; then
      echo "$home"
      return
    fi
  done
}
