namespace OpenUpr.Evidence.Cleaning;

/// <summary>
/// Copies a file with some of its bytes overwritten. Films are cleaned like that: what is removed becomes empty filling of the same length,
/// so that nothing moves and no table of places has to be corrected.
/// </summary>
internal sealed class PatchedCopy
{
    private readonly SortedDictionary<long, (long Length, byte[]? Bytes)> _patches = [];

    /// <summary>Overwrites with these bytes.</summary>
    public void Write(long at, byte[] bytes) => _patches[at] = (bytes.Length, bytes);

    /// <summary>Overwrites with zeros.</summary>
    public void Blank(long at, long length)
    {
        if (length > 0 && (!_patches.TryGetValue(at, out var there) || there.Length < length))
        {
            _patches[at] = (length, null);
        }
    }

    public void Copy(BinaryInput input, Stream output)
    {
        var zeros = new byte[64 * 1024];
        input.Position = 0;
        var at = 0L;
        foreach (var (start, (length, bytes)) in _patches)
        {
            if (start < at || length > input.Length - start)
            {
                throw new CleaningException(Blocks.Damaged);
            }

            input.CopyTo(output, start - at);
            for (var left = length; bytes is null && left > 0; left -= Math.Min(left, zeros.Length))
            {
                output.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
            }

            output.Write(bytes ?? []);
            at = start + length;
            input.Position = at;
        }

        input.CopyTo(output, input.Length - at);
    }
}
