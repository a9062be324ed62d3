using System.Buffers.Binary;

namespace OpenUpr.Sources.Doc;

/// <summary>A list of changes to formatting ("sprm", [MS-DOC] 2.2.5 and 2.6), each a code and its operand.</summary>
internal static class DocChanges
{
    public static DocLook Read(ReadOnlySpan<byte> changes)
    {
        var look = DocLook.None;
        while (changes.Length > 2)
        {
            var code = BinaryPrimitives.ReadUInt16LittleEndian(changes);
            var operand = changes[2..];
            var length = OperandBytes(code, operand);
            if (length > operand.Length)
            {
                break;
            }

            look = Apply(look, code, operand[..length]);
            changes = operand[length..];
        }

        return look;
    }

    private static DocLook Apply(DocLook look, ushort code, ReadOnlySpan<byte> operand)
    {
        var changed = code switch
        {
            0x0835 => DocLook.Bold,
            0x0836 => DocLook.Italic,
            0x083C => DocLook.Hidden,
            0x0800 => DocLook.Deleted,
            0x2416 => DocLook.InTable,
            0x2417 => DocLook.RowEnd,
            _ => DocLook.None,
        };
        // 129 switches what the style says, which is off where it matters here: 0 and 128 are off.
        var isOn = operand.IndexOfAnyExcept((byte)0, (byte)0x80) >= 0;
        return isOn ? look | changed : look & ~changed;
    }

    /// <summary>The top three bits of a code say how long its operand is.</summary>
    private static int OperandBytes(ushort code, ReadOnlySpan<byte> operand) => (code >> 13) switch
    {
        0 or 1 => 1,
        2 or 4 or 5 => 2,
        3 => 4,
        7 => 3,
        // Two tables have lengths of their own kind.
        _ when code == 0xD608 => operand.Length < 2 ? int.MaxValue : BinaryPrimitives.ReadUInt16LittleEndian(operand) + 1,
        _ => operand.Length < 1 ? int.MaxValue : operand[0] + 1,
    };
}
