/**
 * Plot brings a `<style>` of its own, which the page's policy would refuse, with an error for every chart. The same rules stand in the
 * style sheet. It is taken out before the drawing reaches the page: what was never in it is never judged.
 */
export function stripStyles(drawing: Element): SVGSVGElement {
  const svg = drawing instanceof SVGSVGElement ? drawing : drawing.querySelector('svg');
  if (!svg) throw new Error('There is no drawing.');
  for (const style of svg.querySelectorAll('style')) style.remove();
  // The drawing is one image with one name. What each of its parts is called is nobody's to read out, and no group may carry a name.
  for (const part of svg.querySelectorAll<SVGElement>('[aria-label]')) {
    part.dataset['mark'] = part.getAttribute('aria-label') ?? '';
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
  return svg;
}
