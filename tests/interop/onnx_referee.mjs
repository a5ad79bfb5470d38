// node onnx_referee.mjs MODULES FOLDER: lets ONNX Runtime (npm onnxruntime-web, WebAssembly) answer the rows of every
// .onnx file of referee_cases.
import fs from 'fs';
import path from 'path';
import {pathToFileURL} from 'url';

const [modules, folder] = process.argv.slice(2);
const imported = await import(pathToFileURL(path.resolve(modules, 'onnxruntime-web/dist/ort.node.min.mjs')));
const runtime = imported.default ?? imported;

for (const item of JSON.parse(fs.readFileSync(path.join(folder, 'list.json')))) {
  if (!item.file.endsWith('.onnx')) continue;
  try {
    const session = await runtime.InferenceSession.create(fs.readFileSync(path.join(folder, item.file)));
    const rows = JSON.parse(fs.readFileSync(path.join(folder, item.rows)));
    const values = Float32Array.from(rows.flat().map(value => value === null ? NaN : value));
    const results = await session.run(
        {[session.inputNames[0]]: new runtime.Tensor('float32', values, [rows.length, rows[0].length])});
    const answers = {};
    for (const name of session.outputNames) {
      const width = results[name].data.length / rows.length;
      answers[name] = rows.map((_, row) => Array.from(results[name].data.slice(row * width, (row + 1) * width)));
    }
    fs.writeFileSync(path.join(folder, item.file + '.onnx.json'), JSON.stringify(answers));
  } catch (error) {
    console.log(`not judged: ${item.file}: ${error.message}`);
    process.exitCode = 1;
  }
}
