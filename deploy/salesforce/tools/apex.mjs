// Type-checks the Apex with apex-ls and holds it against PMD's rules. Both are Java; Maven fetches them once into target.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { home, repository } from './places.mjs';

const project = path.join(repository, 'pom.xml');
const jars = path.join(home, 'target/apex-checks');
const stamp = path.join(jars, 'complete');

if (!fs.existsSync(stamp) || fs.statSync(stamp).mtimeMs < fs.statSync(project).mtimeMs) {
    fs.rmSync(jars, { recursive: true, force: true });
    execFileSync(
        path.join(repository, 'mvnw'),
        [
            '-q',
            '-B',
            '-pl',
            'deploy/salesforce',
            '-Papex-checks',
            'dependency:copy-dependencies',
            `-DoutputDirectory=${jars}`
        ],
        { cwd: repository, stdio: 'inherit' }
    );
    fs.writeFileSync(stamp, '');
}

const java = (...given) =>
    spawnSync('java', ['-Xmx512m', '-cp', `${jars}/*`, ...given], { cwd: home, stdio: 'inherit' }).status;

const types = java(
    'io.github.apexdevtools.apexls.CheckForIssues',
    '-w',
    home,
    '--nocache',
    '-d',
    'warnings'
);
const rules = java(
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
