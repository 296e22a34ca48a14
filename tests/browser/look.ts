/* Checks that run inside the page. Each stands alone, since only its own source travels there. */

/** The page's globals: these files are checked with the types of Node, which knows none of them. */
declare const document: any, getComputedStyle: any, NodeFilter: any;

/** What the element with the focus is called. */
export function focused(): string {
  const at = document.activeElement;
  return at.getAttribute("aria-label") ?? at.closest("label")?.textContent ?? at.textContent;
}

/** The element with the focus, and whether an outline or ring is drawn round it or what holds it. */
export function focusShown(): readonly [string, boolean] {
  const at = document.activeElement;
  const around = [at, at.closest("label"), at.closest(".composer-box")].filter((each) => each !== null);
  const shown = around.map(getComputedStyle).some((style: any) => {
    return (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none";
  });
  return [at.outerHTML.slice(0, 80), shown];
}

export function widthOfAll(): number {
  return document.documentElement.scrollWidth;
}

/** Controls a screen reader would have no name for. */
export function namelessControls(): string[] {
  const named = (element: any): boolean => {
    const label = element.getAttribute("aria-label") ?? "";
    const by = (element.getAttribute("aria-labelledby") ?? "").split(" ");
    const text = by.map((id: string) => document.getElementById(id)?.textContent ?? "").join("");
    const labels = element.labels ?? [];
    const own = element.matches("button, a") ? element.textContent : "";
    return [label, text, own, ...[...labels].map((each: any) => each.textContent)].some(
      (each) => each.trim() !== "",
    );
  };
  const controls = document.querySelectorAll(
    "button, a[href], input, select, textarea, [role=menu], [role=log], dialog",
  );
  return [...controls]
    .filter((element: any) => !named(element))
    .map((element: any) => element.outerHTML.slice(0, 100));
}

export function repeatedIds(): string[] {
  const ids: string[] = [...document.querySelectorAll("[id]")].map((element: any) => element.id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Texts whose contrast with their ground is below 4.5 to 1 (WCAG 2.2, 1.4.3). Disabled controls are exempt there. */
export function faintTexts(): string[] {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  /** Paints colours over each other and reads what comes out, so that any way of writing a colour counts. */
  const painted = (colors: readonly string[]): number[] => {
    for (const color of colors) {
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (rgb: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = rgb.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const faint: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent?.trim() ?? "";
    if (text === "" || !element.checkVisibility() || element.closest("noscript, script, :disabled, .unseen"))
      continue;
    const grounds: string[] = [];
    for (let at = element; at !== null; at = at.parentElement) {
      grounds.unshift(getComputedStyle(at).backgroundColor);
    }
    const ground = painted(["white", ...grounds]);
    const ink = painted(["white", ...grounds, getComputedStyle(element).color]);
    const [light = 0, dark = 0] = [luminance(ground), luminance(ink)].toSorted((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) faint.push(`${text.slice(0, 40)}: ${contrast.toFixed(2)}`);
  }
  return faint;
}
