import { plain, toRuns } from './runs.js';
import type { DraftContent } from './source.js';
import { splInline } from './spl-sections.js';
import { all, at, attribute, descendants, elements, type XmlElement } from './xml-element.js';

type Product = NonNullable<DraftContent['products']>[number];

/**
 * The products that a label is for. A label lists every strength as a product of its own: those with the same names and form
 * become one, with all of its strengths.
 */
export function splProducts(document: XmlElement): Product[] {
  const found = new Map<string, { product: Product; strengths: string[]; form: string | undefined }>();
  for (const subject of descendants(at(document, 'component/structuredBody'), 'subject')) {
    for (const element of all(subject, 'manufacturedProduct')) {
      const inner = at(element, 'manufacturedProduct') ?? at(element, 'manufacturedMedicine') ?? element;
      // A kit names its parts inside itself; each part is a product with a generic name of its own.
      for (const item of [inner, ...descendants(inner, 'partProduct', 'partMedicine')]) {
        const brand = words(elements(item, 'name'));
        const generic = words(all(item, 'asEntityWithGeneric/genericMedicine/name'));
        const form = attribute(at(item, 'formCode'), 'displayName');
        if (brand === undefined && generic === undefined) continue;
        const key = JSON.stringify([brand, generic, form]);
        const entry = found.get(key) ?? { product: { brand, generic }, strengths: [], form };
        found.set(key, entry);
        const strength = strengthOf(item);
        if (strength !== undefined && !entry.strengths.includes(strength)) entry.strengths.push(strength);
      }
    }
  }
  return [...found.values()].map(({ product, strengths, form }) => {
    const strengthForm = [form, strengths.join(' | ')].filter((part) => part !== undefined && part !== '').join('; ');
    return { ...defined(product), ...(strengthForm === '' ? {} : { strengthForm }) };
  });
}

/** A brand name can carry a suffix in an element of its own. */
function words(names: readonly XmlElement[]): string | undefined {
  const [name] = names;
  if (name === undefined) return undefined;
  const parts = name.children.map((child) => plain(toRuns([child], splInline)));
  return parts.filter((part) => part !== '').join(' ') || undefined;
}

/** `10 mg`, or `A 6.25 mg in 5 mL, B 2.5 mg in 5 mL` where there are several active ingredients. */
function strengthOf(item: XmlElement): string | undefined {
  const active = elements(item, 'ingredient', 'activeIngredient').filter(
    (ingredient) => ingredient.name === 'activeIngredient' || attribute(ingredient, 'classCode')?.startsWith('ACTI'),
  );
  const stated = active.flatMap((ingredient) => {
    const amount = amountOf(at(ingredient, 'quantity'));
    if (amount === undefined) return [];
    const name = words([
      ...all(ingredient, 'ingredientSubstance/name'),
      ...all(ingredient, 'activeIngredientSubstance/name'),
    ]);
    return [active.length > 1 && name !== undefined ? `${name} ${amount}` : amount];
  });
  return stated.length === 0 ? undefined : stated.join(', ');
}

function amountOf(quantity: XmlElement | undefined): string | undefined {
  const part = (name: string) => {
    const value = attribute(at(quantity, name), 'value');
    const unit = attribute(at(quantity, name), 'unit');
    return value === undefined ? undefined : unit === undefined || unit === '1' ? value : `${value} ${unit}`;
  };
  const amount = part('numerator');
  const per = part('denominator');
  return amount === undefined || per === undefined || per === '1' ? amount : `${amount} in ${per}`;
}

function defined(product: Product): Product {
  return Object.fromEntries(Object.entries(product).filter(([, value]) => value !== undefined));
}
