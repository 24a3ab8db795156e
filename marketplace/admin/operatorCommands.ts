import { readShortCode } from '#contract/shortCode.ts';
import type { Deps } from '#marketplace/deps.ts';
import {
  addOperator,
  endOperator,
  type OperatorSummary,
  operatorNamed,
  operators,
} from '#marketplace/operators/account.ts';
import { record } from '#marketplace/operators/audit.ts';
import { makeLink } from '#marketplace/operators/links.ts';
import { CommandError } from './commandError.ts';
import type { Call } from './commands.ts';

/** Throws CommandError when there is no such account. */
async function named(deps: Deps, name: string): Promise<OperatorSummary> {
  const operator = await operatorNamed(deps, name);
  if (operator === null) throw new CommandError((t) => t('unknownOperator', name));
  return operator;
}

/** Accounts of the console, from the command line: it makes the first one, and lets somebody in who lost every way. */
export const operatorCommands: Record<string, (call: Call) => Promise<string>> = {
  operator: async ({ deps, args: [name = ''], options, t }) => {
    const role = options.viewer ? 'viewer' : 'operator';
    const made = await addOperator(deps, { name, role, email: options.email ?? null }, null);
    if (typeof made === 'string') throw new CommandError((t) => t(made));
    return t('operatorMade', made.name, `${deps.config.baseUrl}/pengelola/masuk`);
  },
  operators: async ({ deps, t }) => {
    const all = await operators(deps);
    if (all.length === 0) return t('noOperators');
    return all.map(({ name, role, email }) => [name, t(role), email ?? ''].join('\t').trimEnd()).join('\n');
  },
  'operator-link': async ({ deps, args: [name = '', typed = ''], t }) => {
    const operator = await named(deps, name);
    const code = readShortCode(typed);
    if (code === null) throw new CommandError((t) => t('needBrowserCode', `${deps.config.baseUrl}/pengelola/masuk`));
    const path = await makeLink(deps, operator.id, { browser: code, way: 'command' });
    await record(deps, null, { action: 'link_made', subject: operator.name });
    return t('operatorLink', operator.name, deps.config.baseUrl + path);
  },
  'operator-end': async ({ deps, args: [name = ''], t }) => {
    const operator = await named(deps, name);
    if (!(await endOperator(deps, operator, null))) throw new CommandError((t) => t('lastOperator'));
    return t('operatorEnded', operator.name);
  },
};
