/** The first of the browser's languages that there are words for. */
const spoken = ['en', 'de'];
export const language =
    navigator.languages.map((each) => each.slice(0, 2)).find((each) => spoken.includes(each)) ?? 'en';
export const pick = (words) => words[spoken.indexOf(language)];
document.documentElement.lang = language;
