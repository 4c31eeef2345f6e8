// What is wrong with a page's looks, in words: text that does not stand out, controls without a name, ids used twice.
() => {
  const parts = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return {r, g, b, a};
  };
  const over = (top, under) => {
    const mix = (name) => top[name] * top.a + under[name] * (1 - top.a);
    return {r: mix('r'), g: mix('g'), b: mix('b'), a: 1};
  };
  const ground = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) layers.push(parts(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((under, top) => (top.a === 0 ? under : over(top, under)), {r: 255, g: 255, b: 255, a: 1});
  };
  const light = ({r, g, b}) => {
    const line = (v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * line(r) + 0.7152 * line(g) + 0.0722 * line(b);
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const faults = [];
  for (const node of document.querySelectorAll('body *')) {
    const own = [...node.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim() !== '');
    if (!own || !node.checkVisibility() || node.closest(':disabled, option, noscript')) continue;
    const style = getComputedStyle(node);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.6 && style.fontWeight >= 700);
    const under = ground(node);
    const ratio = contrast(over(parts(style.color), under), under);
    if (ratio < (large ? 3 : 4.5)) faults.push(`contrast ${ratio.toFixed(2)}: ${node.textContent.trim().slice(0, 40)}`);
  }
  for (const node of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
    if (!node.labels?.length && !node.ariaLabel) faults.push(`no label: ${node.outerHTML.slice(0, 80)}`);
  }
  for (const node of document.querySelectorAll('a, button, summary')) {
    if (!node.textContent.trim() && !node.ariaLabel) faults.push(`no name: ${node.outerHTML.slice(0, 80)}`);
  }
  const ids = [...document.querySelectorAll('[id]')].map((n) => n.id);
  for (const id of ids.filter((one, i) => ids.indexOf(one) !== i)) faults.push(`id used twice: ${id}`);
  for (const node of document.querySelectorAll('table')) if (!node.caption) faults.push('a table without a caption');
  return faults;
}
