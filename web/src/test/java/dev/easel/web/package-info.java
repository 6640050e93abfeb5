/// The Studio in a real browser, against a whole local stack: real uploads, real generations, real
/// verdicts.
///
/// Whoever tests a page extends [dev.easel.web.BrowserTest]. For each test it opens a context of its
/// own, so no test sees another's storage, and begins with all limits unused. A test fails by itself for an error in the console, a rejected promise, or a
/// request to any host that is not the stack's; what it provokes, it announces with `expectError`.
///
/// All tests of the JVM share one stack ([dev.easel.web.StudioStack]) and one browser
/// ([dev.easel.web.Chromium]): they must not run side by side. What the simulated providers do next is
/// set for one test at a time; afterwards they are as they were.
///
/// Where no Chromium is found, all are skipped, and the reason says how to get it; with
/// `-Deasel.browser=required`, as in CI, they fail instead. `-Deasel.screenshots=true` lets
/// `BrowserTest.screenshot` write every state to `web/target/screenshots/`, and makes those anew that are kept in
/// `web/screenshots/`; otherwise it does nothing.
@NullMarked
package dev.easel.web;

import org.jspecify.annotations.NullMarked;
