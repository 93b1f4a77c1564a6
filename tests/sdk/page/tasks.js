// What the vendor's client tells of tasks, kept in order until it is asked for, and the methods of a task.

const ON_CC = ["task:incoming", "task:hydrate", "task:campaignPreviewReservation"];
const ON_TASK = [
  "task:assigned", "task:hold", "task:resume", "task:end", "task:wrappedup", "task:rejected", "task:consultCreated",
  "task:offerConsult", "task:consulting", "task:consultAccepted", "task:consultEnd", "task:consultQueueCancelled",
  "task:conferenceStarted", "task:participantJoined", "task:participantLeft", "task:recordingPaused",
  "task:recordingResumed",
];

class Tasks {
  constructor(cc) {
    this.held = {};
    this.events = [];
    for (const name of ON_CC) {
      cc.on(name, (task) => this.take(name, task));
    }
  }

  take(name, task) {
    const id = task.data.interactionId;
    this.events.push({ name, data: plain(task.data) });
    if (this.held[id] !== task) {
      this.held[id] = task;
      for (const event of ON_TASK) {
        task.on(event, (about) => this.events.push({ name: event, data: plain(about?.data ?? about) }));
      }
    }
  }

  // The data of the first event of this name that was not asked for yet; undefined as long as there is none.
  next(name) {
    const index = this.events.findIndex((event) => event.name === name);
    return index < 0 ? undefined : { data: this.events.splice(index, 1)[0].data };
  }

  async call(id, name, ...given) {
    try {
      return { value: plain(await this.held[id][name](...given)) };
    } catch (error) {
      return { error: { message: error.message, reason: error.details?.data?.reason ?? null } };
    }
  }
}

window.tasks = new Tasks(window.application.cc);
