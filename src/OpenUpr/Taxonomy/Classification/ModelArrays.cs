using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>Arrays of numbers in a section of a model, written and read as one block.</summary>
public static class ModelArrays
{
    public static void WriteArray<T>(this BinaryWriter writer, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values));
    }

    /// <exception cref="InvalidDataException">The array is longer than what is left of the section, or not as long as it must be.</exception>
    public static T[] ReadArray<T>(this BinaryReader reader, int? length = null)
        where T : unmanaged
    {
        var count = reader.ReadInt32();
        var stream = reader.BaseStream;
        if (count < 0 || (length is { } must && count != must) || (long)count * Unsafe.SizeOf<T>() > stream.Length - stream.Position)
        {
            throw new InvalidDataException("a table in it has a wrong length");
        }

        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    /// <summary>Whether all numbers are in a range, its ends included. A plain loop: what the library has for it must be compiled at every start.</summary>
    public static bool AreWithin(int[] numbers, int least, int most)
    {
        foreach (var number in numbers)
        {
            if (number < least || number > most)
            {
                return false;
            }
        }

        return true;
    }
}
