"""The dialog of Station Credentials, as `main.js` draws it."""

from tests.simulator.desktop.views.stage import AT_THE_STATION

BASE = AT_THE_STATION
VIEW = """(_, { state, text, agent, messages }, html) => html`<station-credentials
  .person=${state.person}
  .regions=${state.regions}
  .station=${state.station}
  .language=${state.language}
  .agent=${agent}
  .messages=${messages}
  .collaboration=${html`<p>Teams</p>`}
></station-credentials>`"""
