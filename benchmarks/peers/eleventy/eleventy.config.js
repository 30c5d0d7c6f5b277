// The settings for the comparison: one page an article, lists of twenty, a list for each tag, one feed.
import { feedPlugin } from "@11ty/eleventy-plugin-rss";

const chunks = (items) => Array.from({ length: Math.ceil(items.length / 20) }, (_, at) => items.slice(at * 20, at * 20 + 20));

export default function (settings) {
  const newest = (api) => api.getFilteredByGlob("posts/*.md").reverse();
  settings.addCollection("newest", newest);
  settings.addCollection("lists", (api) => {
    const tags = new Map();
    for (const item of newest(api)) for (const tag of item.data.tags || []) tags.set(tag, [...(tags.get(tag) || []), item]);
    return [...tags].flatMap(([tag, items]) => chunks(items).map((part, at) => ({ tag, items: part, at })));
  });
  settings.addFilter("day", (date) => date.toISOString().slice(0, 10));
  settings.addPlugin(feedPlugin, {
    type: "atom",
    outputPath: "/atom.xml",
    collection: { name: "newest", limit: 20 },
    metadata: { language: "en", title: "Harbour", base: "https://harbour.example/", author: { name: "Harbour" } },
  });
  return { markdownTemplateEngine: false, dir: { includes: "_includes", output: "_site" } };
}
