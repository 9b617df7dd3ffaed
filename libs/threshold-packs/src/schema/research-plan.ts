import { Category } from '@mash/contracts';
import { z } from 'zod';
import { AskedAgency } from './asked-agency';
import { byColour } from './by-colour';
import { evidenced } from './evidence';

/** About whom an agency is asked: groups of the roster. */
export const AskedAbout = z.enum(['children', 'unborn', 'adults']);
export type AskedAbout = z.infer<typeof AskedAbout>;

/** One line of a plan: one agency, some groups of the roster, some categories. */
export const PlanEntry = evidenced({
  agency: AskedAgency,
  about: z.array(AskedAbout).min(1),
  categories: z.array(Category).min(1),
  extent: z.enum(['content', 'existence']).describe('`existence`: only whether they are known'),
  why: z.string().min(10).describe('As the analyst and the agency read it'),
});
export type PlanEntry = z.infer<typeof PlanEntry>;

/** What is asked at each colour. An empty list is a statement too: nobody is asked. */
export const PackResearch = byColour(z.array(PlanEntry));
export type PackResearch = z.infer<typeof PackResearch>;
