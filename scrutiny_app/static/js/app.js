/* Makes pages handier where JavaScript runs; every page works without it. */
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "./govuk-frontend.js";
import { SortableTable } from "./sortable-table.js";
import { offerSelections } from "./add-span.js";
import { easeTheCheck } from "./check-page.js";
import { keepDrafts } from "./drafts.js";
import { hideMeanings, watchCase } from "./open-case.js";
import { renewProgress } from "./progress.js";
import { freeScrollRegions } from "./scroll-regions.js";
import { warnBeforeTimeout } from "./session-timeout.js";

// The Design System's components look for these classes before they start.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

const components = [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  SortableTable,
];
components.forEach((component) => createAll(component));

offerSelections(document);
easeTheCheck(document);
freeScrollRegions(document);
warnBeforeTimeout(document.querySelector('[data-module="session-timeout"]'));
renewProgress(document.querySelector('[data-module="progress"]'));
hideMeanings(document);
watchCase(document.querySelector('[data-module="open-case"]'));
document.querySelectorAll("#finding:has([data-draft-saved])").forEach(keepDrafts);
