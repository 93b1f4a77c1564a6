// For each script of the JSON list on standard input: the names that it uses without declaring or importing them, as TypeScript finds
// them without its libraries, so the globals of a browser are among them. The argument is the folder of TypeScript.
const { readFileSync } = require("node:fs");
const ts = require(process.argv[2]);

const NAME = "script.js";
const UNKNOWN = new Set([2304, 2552, 2663]);
const OPTIONS = { allowJs: true, checkJs: true, noLib: true, noResolve: true, noEmit: true, target: ts.ScriptTarget.ES2022, types: [] };
// Comments are not parsed: the names of types in them are for the type check of the scripts.
const PARSING = { languageVersion: OPTIONS.target, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };

const host = ts.createCompilerHost(OPTIONS);
const scripts = JSON.parse(readFileSync(0, "utf8"));
const names = scripts.map((text) => {
  const file = ts.createSourceFile(NAME, text, PARSING, true);
  const ownHost = { ...host, getSourceFile: (name) => (name === NAME ? file : undefined), fileExists: (name) => name === NAME };
  const errors = ts.createProgram([NAME], OPTIONS, ownHost).getSemanticDiagnostics(file);
  return [...new Set(errors.filter(({ code }) => UNKNOWN.has(code)).map(({ start, length }) => text.slice(start, start + length)))];
});
console.log(JSON.stringify(names));
