// Type-checks the Apex with apex-ls and holds it against PMD's rules. Both are Java; Maven fetches each once into target.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { home, repository } from './places.mjs';

const versions = path.join(repository, 'pom.xml');

/** The folder of a profile's jars; fetched anew when the versions may have changed. */
function jarsOf(profile) {
    const jars = path.join(home, 'target', profile);
    const stamp = path.join(jars, 'complete');
    if (!fs.existsSync(stamp) || read(stamp) !== read(versions)) {
        fs.rmSync(jars, { recursive: true, force: true });
        execFileSync(
            path.join(repository, 'mvnw'),
            [
                '-q',
                '-B',
                '-pl',
                'deploy/salesforce',
                `-P${profile}`,
                'dependency:copy-dependencies',
                `-DoutputDirectory=${jars}`
            ],
            { cwd: repository, stdio: 'inherit' }
        );
        fs.copyFileSync(versions, stamp);
    }
    return jars;
}

function read(file) {
    return fs.readFileSync(file, 'utf8');
}

/** The exit code. */
function java(profile, ...given) {
    const command = ['-Xmx512m', '-XX:TieredStopAtLevel=1', '-cp', `${jarsOf(profile)}/*`, ...given];
    return spawnSync('java', command, { cwd: home, stdio: 'inherit' }).status;
}

const types = java(
    'apex-types',
    'io.github.apexdevtools.apexls.CheckForIssues',
    '-w',
    home,
    '--nocache',
    '-d',
    'warnings'
);
const rules = java(
    'apex-rules',
    'net.sourceforge.pmd.cli.PmdCli',
    'check',
    '--no-progress',
    '--no-cache',
    '-d',
    'force-app',
    '-R',
    'tools/apex-rules.xml',
    '-f',
    'text'
);
console.log(`apex: types ${types === 0 ? 'fit' : 'do not fit'}, PMD ${rules === 0 ? 'finds nothing' : 'finds problems'}`);
process.exitCode = types === 0 && rules === 0 ? 0 : 1;
