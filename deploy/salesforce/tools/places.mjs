// Where things are, and how the tools of this folder speak.
import fs from 'node:fs';
import path from 'node:path';

export const home = path.resolve(import.meta.dirname, '..');
export const repository = path.resolve(home, '../..');
export const source = path.join(home, 'force-app/main/default');
export const documents = path.join(
    repository,
    'query-side/src/main/resources/graphql/trusted-documents'
);
export const schemaFolder = path.join(repository, 'query-side/src/main/resources/graphql');

export const read = (file) => fs.readFileSync(file, 'utf8');

/** The files below a folder whose names end so, in order. */
export function filesIn(folder, ending) {
    return fs
        .readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => path.join(folder, name));
}

/** Prints each problem with its file, then how many files were read; fails the run if there was one. */
export function report(what, count, problems) {
    for (const { file, message } of problems) {
        console.error(`${path.relative(home, file)}: ${message}`);
    }
    console.log(`${what}: ${count} read, ${problems.length} problems`);
    process.exitCode = problems.length ? 1 : process.exitCode;
}
