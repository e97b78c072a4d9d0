import type { Statements } from './html-statements.js';
import { oneLine, textsOf, valuesOf, type Thing } from './json-ld.js';
import type { DraftContent, Missing } from './source.js';

type Product = NonNullable<DraftContent['products']>[number];

/** The drugs that the page is about. Whatever schema.org states without a country is a hint: the record asks for one. */
export function htmlProducts({ drugs, graph }: Statements): { products: Product[]; missing: Missing[] } {
  const missing: Missing[] = [];
  const products = drugs.map((drug, i): Product => {
    const one = (...names: string[]) =>
      names.map((name) => textsOf(graph, drug, name)[0]).find((text) => text !== undefined);
    const generic = one('nonProprietaryName', 'activeIngredient');
    const brand =
      one('proprietaryName', 'brand') ?? (generic === undefined ? undefined : notGeneric(one('name'), generic));
    const form = [one('dosageForm'), strengths(drug)].filter((part) => part !== undefined).join('; ');
    const name = brand ?? one('name');
    if (generic === undefined)
      missing.push({
        path: `products.${i}.generic`,
        why: `The page gives no generic name${name === undefined ? '' : ` for ${name}`}.`,
      });
    missing.push({
      path: `products.${i}.piUrl`,
      why: 'Readers reach the prescribing information in one click. Give its address per country.',
      ...hint('The page says, without a country', address('prescribingInfo') ?? address('labelDetails')),
    });
    const warning = one('warning');
    if (warning !== undefined)
      missing.push({
        path: `products.${i}.safety`,
        why: 'The page states a warning without saying for which country. Write the safety information per country, or delete this entry.',
        ...hint('The page says', warning),
      });
    return {
      ...(brand === undefined && generic === undefined ? { brand: name } : {}),
      ...(brand === undefined ? {} : { brand }),
      ...(generic === undefined ? {} : { generic }),
      ...(form === '' ? {} : { strengthForm: form }),
    };

    function address(property: string): string | undefined {
      const value = valuesOf(graph, drug, property)[0];
      return typeof value === 'string' ? oneLine(value) : undefined;
    }
    function strengths(of: Thing): string | undefined {
      const found = valuesOf(graph, of, 'availableStrength').flatMap((strength) => {
        const { strengthValue, strengthUnit } = (strength ?? {}) as Thing;
        return [strengthValue, strengthUnit].every((part) => typeof part === 'string' || typeof part === 'number')
          ? [`${String(strengthValue)} ${String(strengthUnit)}`]
          : [];
      });
      return found.length === 0 ? undefined : found.join(' | ');
    }
  });
  if (products.length > 0)
    missing.push({ path: 'aeReporting', why: 'Readers see where to report an adverse event, per country.' });
  return { products, missing };
}

/** A drug's plain `name` is its brand only where it is not the generic name again. */
function notGeneric(name: string | undefined, generic: string): string | undefined {
  return name?.toLowerCase() === generic.toLowerCase() ? undefined : name;
}

function hint(words: string, value: string | undefined): { hint?: string } {
  return value === undefined ? {} : { hint: `${words}: ${value}` };
}
