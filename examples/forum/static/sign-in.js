// An item on its way to the composer stands in the fragment, which a form does not send. The browser carries it over
// the redirect when the form's own address has it.
document.getElementById('sign-in').action += location.hash;
