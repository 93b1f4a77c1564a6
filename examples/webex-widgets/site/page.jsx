// A page as an integrator would write it: it mounts the vendor's widgets and gives their store a token and an address.
// It says nothing of its own about stations, states and calls; those words are the widgets'.

import { ThemeProvider } from "@momentum-ui/react-collaboration";
import { CallControl, IncomingTask, StationLogin, TaskList, UserState, store } from "@webex/cc-widgets";
import React, { useEffect, useReducer, useState } from "react";
import { createRoot } from "react-dom/client";

/** Where whoever opens the page leaves the access token. */
const TOKEN = "webex-widgets.access-token";

/** What the page needs to begin. @returns {{ token: string | null, catalogue: string | null }} */
function given() {
  return { token: sessionStorage.getItem(TOKEN), catalogue: new URLSearchParams(location.search).get("catalogue") };
}

function Page({ start }) {
  const [state, setState] = useState("loading");
  const [, refresh] = useReducer((times) => times + 1, 0);
  const [incoming, setIncoming] = useState([]);

  useEffect(() => {
    const left = ({ data }) => setIncoming((tasks) => tasks.filter((task) => task.data.interactionId !== data.interactionId));
    store.setIncomingTaskCb(({ task }) => {
      setIncoming((tasks) => [...tasks, task]);
      for (const end of ["task:assigned", "task:rejected", "task:end"]) task.on(end, () => left(task));
    });
    start().then(
      () => setState("ready"),
      (error) => setState(String(error?.message ?? error)),
    );
  }, []);

  const working = state === "ready" && store.isAgentLoggedIn;
  useEffect(() => {
    if (state === "ready") history.replaceState(null, "", working ? "#task" : "#station");
    document.title = working ? "Task – Contact Center" : "Contact Center";
  }, [state, working]);

  if (state === "loading") return <p role="status">Loading…</p>;
  if (state !== "ready") return <p role="alert">{state}</p>;
  return (
    <>
      <header>
        <h1>Contact Center</h1>
        {working && <UserState onStateChange={refresh} />}
      </header>
      <details open={!working} key={String(working)}>
        <summary>{working ? "Station" : "Sign in to your station"}</summary>
        <StationLogin onLogin={refresh} onLogout={refresh} onCCSignOut={refresh} />
      </details>
      {working && (
        <main aria-label="Task">
          <section aria-label="Incoming">
            {incoming.map((task) => <IncomingTask key={task.data.interactionId} incomingTask={task} />)}
          </section>
          <section aria-label="Tasks"><TaskList /></section>
          <section aria-label="Call control"><CallControl /></section>
        </main>
      )}
    </>
  );
}

/** Resolves when the widgets can work; rejects with a sentence for the person. */
async function start() {
  const { token, catalogue } = given();
  if (!token) throw new Error("There is no access token; open this page signed in.");
  if (!catalogue) throw new Error("The address names no service catalogue; add ?catalogue=.");
  const webexConfig = { services: { discovery: { u2c: catalogue } }, logger: { level: "error" } };
  await store.init({ webexConfig, access_token: token });
}

createRoot(document.getElementById("page")).render(<ThemeProvider theme="lightWebex"><Page start={start} /></ThemeProvider>);
