// A page as an integrator would write it: it mounts the vendor's widgets and gives their store a token and an address.
// It says nothing of its own about stations, states and calls; those words are the widgets'.

import "@momentum-ui/react-collaboration/css/momentum-ui.css";

import { IconProvider } from "@momentum-design/components/dist/react";
import { ThemeProvider } from "@momentum-ui/react-collaboration";
import {
  CallControl, CallControlCAD, IncomingTask, OutdialCall, StationLogin, TaskList, UserState, store,
} from "@webex/cc-widgets";
import React, { useEffect, useReducer, useState } from "react";
import { createRoot } from "react-dom/client";

/** Where whoever opens the page leaves the access token: a tab that is opened later finds it too. */
const TOKEN = "webex-widgets.access-token";

/** What the address asks for: the service catalogue, and, where named, `details` of calls, the widget to `outdial`,
 * `several` instances at a time, and what the widgets `tell` the page, on the console. */
const ASKED = new URLSearchParams(location.search);

/** The call control; the one with the details of the call has a consultation's controls too. */
const Control = ASKED.has("details") ? CallControlCAD : CallControl;

/** What the widgets tell the page, by the name of what is told; on the console, where the address asks for it. */
function told(...names) {
  if (!ASKED.has("tell")) return {};
  const tell = (name) => (given) => console.log("told", name, given?.wrapUpReason ?? given?.name ?? given?.isHeld ?? given?.isRecording ?? "");
  return Object.fromEntries(names.map((name) => [name, tell(name)]));
}

/** After these an incoming task is no longer one. */
const NO_LONGER_INCOMING = ["task:assigned", "task:rejected", "task:end"];

/** Resolves when the widgets can work; rejects with a sentence for the person. */
async function start() {
  const access_token = localStorage.getItem(TOKEN);
  const catalogue = ASKED.get("catalogue");
  if (!access_token) throw new Error("There is no access token; open this page signed in.");
  if (!catalogue) throw new Error("The address names no service catalogue; add ?catalogue= and its address.");
  const webexConfig = {
    services: { discovery: { u2c: catalogue } },
    logger: { level: ASKED.has("tell") ? "log" : "error" },
    ...(ASKED.has("several") && { cc: { allowMultiLogin: true } }),
  };
  await store.init({ webexConfig, access_token });
}

/** The incoming tasks, and the one that is worked on; both as the store tells of them. */
function useTasks() {
  const [incoming, setIncoming] = useState([]);
  const [current, setCurrent] = useState(null);
  useEffect(() => {
    store.setIncomingTaskCb(({ task }) => {
      const id = task.data.interactionId;
      const others = (tasks) => tasks.filter((other) => other.data.interactionId !== id);
      setIncoming((tasks) => [...others(tasks), task]);
      for (const event of NO_LONGER_INCOMING) task.on(event, () => setIncoming(others));
    });
    store.setTaskSelected(setCurrent);
  }, []);
  return { incoming, current };
}

/** Without the token the page begins at the beginning. The widget says this also where the sign-out was refused. */
function leave() {
  if (store.isAgentLoggedIn) return;
  localStorage.removeItem(TOKEN);
  location.reload();
}

function Page() {
  const [state, setState] = useState("loading");
  const [opened, setOpened] = useState(false);
  const [, refresh] = useReducer((times) => times + 1, 0);
  const { incoming, current } = useTasks();

  useEffect(() => {
    start().then(
      () => setState("ready"),
      (error) => setState(error.message),
    );
  }, []);

  const working = state === "ready" && store.isAgentLoggedIn;
  useEffect(() => {
    history.replaceState(null, "", working ? "#task" : location.pathname + location.search);
    document.title = `${working ? "Task" : "Station"} – Contact Center`;
  }, [working]);

  if (state === "loading") return <p role="status">Loading…</p>;
  if (state !== "ready") return <p role="alert">{state}</p>;
  return (
    <>
      <header>
        <h1>Contact Center</h1>
        {working && <UserState {...told("onStateChange")} />}
        {working && <button aria-expanded={opened} onClick={() => setOpened(!opened)}>Station</button>}
        <div className={working && !opened ? "panel closed" : "panel"}>
          <StationLogin onLogin={refresh} onLogout={refresh} onCCSignOut={leave} />
        </div>
      </header>
      {working && (
        <main aria-label="Task">
          <h2>Task</h2>
          <section aria-label="Incoming">
            {incoming.map((task) => <IncomingTask key={task.data.interactionId} incomingTask={task} />)}
          </section>
          <section aria-label="Tasks"><TaskList /></section>
          <section aria-label="Call control">{current && <Control {...told("onHoldResume", "onRecordingToggle", "onEnd", "onWrapUp")} />}</section>
          {ASKED.has("outdial") && <section aria-label="Outdial"><OutdialCall /></section>}
        </main>
      )}
    </>
  );
}

const page = createRoot(document.getElementById("page"));
page.render(
  <ThemeProvider theme="lightWebex">
    <IconProvider iconSet="custom-icons" url="/widgets/icons" fileExtension="svg"><Page /></IconProvider>
  </ThemeProvider>,
);
