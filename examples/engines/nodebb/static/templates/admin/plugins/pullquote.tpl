<div class="acp-page-container">
  <!-- IMPORT admin/partials/settings/header.tpl -->
  <!-- IF problem --><div class="alert alert-danger" role="alert">Pullquote has not started. {problem}</div><!-- ENDIF problem -->
  <form class="pullquote-settings" role="form">
    <div class="mb-3">
      <label class="form-label" for="name">Name of this community</label>
      <input class="form-control" type="text" id="name" name="name" required />
    </div>
    <div class="mb-3">
      <label class="form-label" for="country">Country, two letters</label>
      <input class="form-control" type="text" id="country" name="country" maxlength="2" required />
    </div>
    <div class="mb-3">
      <label class="form-label" for="readers">Who can read here</label>
      <select class="form-select" id="readers" name="readers">
        <option value="mixed">Others read too</option>
        <option value="verified-hcp">Only healthcare professionals whom you verified</option>
      </select>
    </div>
    <div class="mb-3">
      <label class="form-label" for="verifiedGroup">Group of verified healthcare professionals</label>
      <input class="form-control" type="text" id="verifiedGroup" name="verifiedGroup" aria-describedby="verifiedGroupHelp" />
      <p class="form-text" id="verifiedGroupHelp">Only what its members do is counted. Empty: nothing is.</p>
    </div>
    <div class="mb-3">
      <label class="form-label" for="openCategories">Numbers of the categories that every member can read, with commas</label>
      <input class="form-control" type="text" id="openCategories" name="openCategories" />
    </div>
    <div class="mb-3">
      <label class="form-label" for="count">What is counted</label>
      <select class="form-select" id="count" name="count">
        <option value="shares">Public posts, by the day, without a name</option>
        <option value="all">Also what members do privately, in weekly crowds alone</option>
        <option value="none">Nothing</option>
      </select>
    </div>
    <div class="mb-3">
      <label class="form-label" for="funding">How this community is paid for</label>
      <input class="form-control" type="text" id="funding" name="funding" />
    </div>
    <div class="mb-3">
      <label class="form-label" for="publishers">Publishers, one a line: origin | name on cards | thumbprints of its keys</label>
      <textarea class="form-control" id="publishers" name="publishers" rows="6"></textarea>
    </div>
  </form>
</div>
