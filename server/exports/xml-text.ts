/** What XML 1.0 allows: tab, line feed, carriage return, and everything from the space on but surrogates and two non-characters. */
// oxlint-disable-next-line no-control-regex -- these are the ones that XML forbids
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader would make spaces of these in an attribute, and a line feed of the last one anywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Any text as XML, in an element or an attribute. What XML cannot hold at all is left out. */
export function xmlText(text: string): string {
  return text.replace(forbidden, '').replace(/[&<>"\t\n\r]/g, (sign) => entities[sign] ?? sign);
}
