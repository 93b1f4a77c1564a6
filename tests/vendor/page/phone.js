// A telephone on the vendor's calling client: it registers for the person whose token is kept, dials, rings and hangs up.

const by = (id) => document.getElementById(id);
const show = (text) => (document.querySelector("[role=status]").textContent = text);
let line, call, microphone;

function follow(one) {
  call = one;
  one.on("established", () => show("talking"));
  one.on("disconnect", () => show("ready"));
  one.on("remote_media", (track) => (by("heard").srcObject = new MediaStream([track])));
}

async function start() {
  microphone = await Calling.createMicrophoneStream({ audio: true });
  const logger = { level: "error" };
  const calling = await Calling.init({
    webexConfig: { config: { logger }, credentials: { access_token: localStorage.getItem("webex-widgets.access-token") } },
    callingConfig: {
      logger,
      clientConfig: { calling: true, contact: true, callHistory: true, callSettings: true, voicemail: true },
      callingClientConfig: { logger, discovery: { region: "", country: "" }, serviceData: { indicator: "calling", domain: "" } },
    },
  });
  calling.on("ready", async () => {
    await calling.register();
    [line] = Object.values(calling.callingClient.getLines());
    line.on("registered", () => show("ready"));
    line.on("line:incoming_call", (one) => {
      follow(one);
      show("ringing");
    });
    line.register();
  });
}

by("call").addEventListener("click", () => {
  follow(line.makeCall({ type: "uri", address: by("number").value }));
  show("calling");
  call.dial(microphone);
});
by("answer").addEventListener("click", () => call.answer(microphone));
by("hang-up").addEventListener("click", () => {
  call.end();
  show("ready");
});
start();
