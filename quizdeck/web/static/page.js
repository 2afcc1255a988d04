// Keys belong to the terminal as soon as something stands in it.
addEventListener("load", () => {
  const body = document.body;
  const typeThere = () => body.querySelector(".xterm-helper-textarea")?.focus();
  new MutationObserver((_, observer) => {
    if (body.classList.contains("-first-byte")) {
      observer.disconnect();
      typeThere();
    }
  }).observe(body, { attributeFilter: ["class"] });
});
