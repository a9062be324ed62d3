namespace OpenUpr.Sources.Pdf.Encryption;

/// <summary>The cipher of older protected documents.</summary>
internal static class Rc4
{
    private const int States = 256;

    public static byte[] Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content)
    {
        Span<byte> state = stackalloc byte[States];
        for (var i = 0; i < States; i++)
        {
            state[i] = (byte)i;
        }

        for (int i = 0, j = 0; i < States; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var result = new byte[content.Length];
        for (int n = 0, i = 0, j = 0; n < content.Length; n++)
        {
            i = (i + 1) & 0xFF;
            j = (j + state[i]) & 0xFF;
            (state[i], state[j]) = (state[j], state[i]);
            result[n] = (byte)(content[n] ^ state[(state[i] + state[j]) & 0xFF]);
        }

        return result;
    }
}
