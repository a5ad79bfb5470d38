"""onnx_checker.py FOLDER: whether the checker of ONNX accepts every .onnx file of referee_cases, shapes included."""
import pathlib
import sys

try:
    import onnx
    from onnx import shape_inference
except ImportError:
    print("Skipped: the checker of ONNX is not installed (python3-onnx).")
    sys.exit(0)

files = sorted(pathlib.Path(sys.argv[1]).glob("*.onnx"))
for file in files:
    model = onnx.load(str(file))
    onnx.checker.check_model(model, full_check=True)
    shape_inference.infer_shapes(model, check_type=True, strict_mode=True)
print(f"checker: {len(files)} .onnx files are sound")
sys.exit(0 if files else 1)
