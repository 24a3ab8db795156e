import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ALLOWED_WARNINGS, type AllowedWarning } from './allowedWarnings.ts';

const Finding = z.object({
  code: z.string(),
  message: z.string(),
  description: z.string(),
  file: z._default(z.string(), ''),
});
const Report = z.object({ errors: z.array(Finding), warnings: z.array(Finding), notices: z.array(Finding) });
/** What addons-linter says of an extension. */
export type Report = z.infer<typeof Report>;
type Finding = z.infer<typeof Finding>;

/** Runs Mozilla's addons-linter over a folder or an archive. */
export function lintAddon(tree: string, path: string): Report {
  const bin = join(tree, 'node_modules/addons-linter/bin/addons-linter');
  const { stdout, stderr } = spawnSync(process.execPath, [bin, '--output', 'json', path], {
    encoding: 'utf8',
    maxBuffer: 32 << 20,
  });
  if (!stdout.trimStart().startsWith('{')) throw new Error(`addons-linter gave no report:\n${stdout}\n${stderr}`);
  return z.parse(Report, JSON.parse(stdout));
}

const matches = ({ code, file, message }: Finding, allowed: AllowedWarning) =>
  code === allowed.code && allowed.where.test(file) && allowed.message.test(message);

/**
 * What has to be corrected: each finding that is not allowed, or that comes more often than allowed, and each allowance
 * without its finding.
 */
export function objections(report: Report, allowances: AllowedWarning[] = ALLOWED_WARNINGS): string[] {
  const open = [...allowances];
  const said: string[] = [];
  for (const finding of [...report.errors, ...report.notices, ...report.warnings]) {
    const index = report.warnings.includes(finding) ? open.findIndex((one) => matches(finding, one)) : -1;
    if (index >= 0) open.splice(index, 1);
    else said.push(`${finding.code} in ${finding.file}: ${finding.message}\n  ${finding.description}`);
  }
  return [
    ...said,
    ...open.map(({ code, where }) => `${code} in ${where} is gone: take it off the list of allowed ones.`),
  ];
}
