/**
 * Plot brings a `<style>` of its own, which the page's policy would refuse, with an error for every chart. The same rules stand in the
 * style sheet. It is taken out before the drawing reaches the page: what was never in it is never judged.
 */
export function stripStyles(drawing: Element): SVGSVGElement {
  const svg = drawing instanceof SVGSVGElement ? drawing : drawing.querySelector('svg');
  if (!svg) throw new Error('There is no drawing.');
  for (const style of svg.querySelectorAll('style')) style.remove();
  return svg;
}
