using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>Numbers that are learned, with what Adam keeps for each (Kingma and Ba, 2015).</summary>
internal sealed class Adam
{
    private const float Keep = 0.9f;
    private const float KeepSquares = 0.999f;

    private readonly float[] _means;
    private readonly float[] _squares;
    private int _steps;

    public Adam(int count)
    {
        // Steps go eight numbers at a time.
        var length = (count + 7) / 8 * 8;
        (Values, Slopes, _means, _squares) = (new float[length], new float[length], new float[length], new float[length]);
    }

    public float[] Values { get; }

    /// <summary>Slopes of the loss, added up since the last step.</summary>
    public float[] Slopes { get; }

    /// <summary>Moves the values against their slopes and forgets these.</summary>
    public void Step(float rate)
    {
        _steps++;
        var size = Vector256.Create(rate / (1 - MathF.Pow(Keep, _steps)));
        var spread = Vector256.Create(1 / (1 - MathF.Pow(KeepSquares, _steps)));
        ref var value = ref MemoryMarshal.GetArrayDataReference(Values);
        ref var slope = ref MemoryMarshal.GetArrayDataReference(Slopes);
        ref var mean = ref MemoryMarshal.GetArrayDataReference(_means);
        ref var square = ref MemoryMarshal.GetArrayDataReference(_squares);
        for (nuint i = 0; i < (nuint)Values.Length; i += 8)
        {
            var g = Vector256.LoadUnsafe(ref slope, i);
            var m = (Vector256.LoadUnsafe(ref mean, i) * Keep) + (g * (1 - Keep));
            var s = (Vector256.LoadUnsafe(ref square, i) * KeepSquares) + (g * g * (1 - KeepSquares));
            (Vector256.LoadUnsafe(ref value, i) - (size * m / (Vector256.Sqrt(s * spread) + Vector256.Create(1e-7f)))).StoreUnsafe(ref value, i);
            m.StoreUnsafe(ref mean, i);
            s.StoreUnsafe(ref square, i);
            Vector256<float>.Zero.StoreUnsafe(ref slope, i);
        }
    }
}
