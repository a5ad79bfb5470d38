// node tflite_referee.cjs MODULES FOLDER: lets TensorFlow Lite (npm @tensorflow/tfjs-tflite, its WebAssembly alone)
// answer the rows of every .tflite file of referee_cases.
const fs = require('fs');
const path = require('path');

const [modules, folder] = process.argv.slice(2);
const wasm = path.resolve(modules, '@tensorflow/tfjs-tflite/wasm/tflite_web_api_cc_simd');

function open(engine, bytes) {
  const place = engine._malloc(bytes.length);
  engine.HEAPU8.set(bytes, place);
  const options = {numThreads: 1, enableWebNNDelegate: false, webNNDeviceType: 0, maxProfilingBufferEntries: 1024,
                   enableProfiling: false};
  const made = engine.TFLiteWebModelRunner.CreateFromBufferAndOptions(place, bytes.length, options);
  if (!made.ok()) throw new Error(made.errorMessage());
  return made.value();
}

function answers(runner, rows) {
  const result = {};
  for (const row of rows) {
    runner.GetInputs().get(0).data().set(row.map(value => value === null ? NaN : value));
    if (!runner.Infer()) throw new Error('the inference failed');
    const outputs = runner.GetOutputs();
    for (let i = 0; i < outputs.size(); ++i) {
      const output = outputs.get(i);
      (result[output.name] ??= []).push(Array.from(output.data()));
    }
  }
  return result;
}

(async () => {
  const engine = await require(wasm + '.js')({wasmBinary: fs.readFileSync(wasm + '.wasm'), print: () => {},
                                              printErr: line => console.error(line)});
  for (const item of JSON.parse(fs.readFileSync(path.join(folder, 'list.json')))) {
    if (!item.file.endsWith('.tflite')) continue;
    try {
      const runner = open(engine, fs.readFileSync(path.join(folder, item.file)));
      const rows = JSON.parse(fs.readFileSync(path.join(folder, item.rows)));
      fs.writeFileSync(path.join(folder, item.file + '.tflite.json'), JSON.stringify(answers(runner, rows)));
    } catch (error) {
      console.log(`not judged: ${item.file}: ${error.message}`);
      process.exitCode = 1;
    }
  }
})();
