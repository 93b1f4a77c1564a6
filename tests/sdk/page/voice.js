// Listens to the customer of an answered call: the strongest frequency of the track that the vendor's client hands over.

class Voice {
  constructor(cc) {
    cc.on("task:incoming", (task) => task.on("task:media", (track) => this.hear(track)));
  }

  hear(track) {
    const stream = new MediaStream([track]);
    const audio = new Audio();
    audio.srcObject = stream;
    audio.play();
    this.context = new AudioContext();
    this.analyser = new AnalyserNode(this.context, { fftSize: 8192 });
    this.context.createMediaStreamSource(stream).connect(this.analyser);
  }

  // False as long as nothing is heard.
  hertz() {
    if (!this.analyser) return false;
    const levels = new Float32Array(this.analyser.frequencyBinCount);
    this.analyser.getFloatFrequencyData(levels);
    const peak = levels.indexOf(Math.max(...levels));
    return levels[peak] > -60 && (peak * this.context.sampleRate) / this.analyser.fftSize;
  }
}

window.voice = new Voice(window.application.cc);
