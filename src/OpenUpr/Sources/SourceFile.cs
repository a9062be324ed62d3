namespace OpenUpr.Sources;

/// <summary>
/// A file from outside, opened once and guarded: it exists, is a file of sensible size and stays the same while it is read.
/// Everything that reads it later may rely on that.
/// </summary>
public sealed class SourceFile : IDisposable
{
    /// <summary>Bytes. The whole export of sessions 1 to 17 has 8 million; a file above this is not one of ours, and its original could not be kept.</summary>
    public const long MaxBytes = 256L * 1024 * 1024;

    private readonly FileInfo _asOpened;

    private SourceFile(string name, FileInfo asOpened, FileStream content)
    {
        Name = name;
        _asOpened = asOpened;
        Content = content;
    }

    /// <summary>The file's own name without its folder, fit to be shown and stored.</summary>
    public string Name { get; }

    public FileStream Content { get; }

    public long Length => _asOpened.Length;

    /// <exception cref="SourceException">There is no such file, it cannot be opened, or its size rules it out.</exception>
    public static SourceFile Open(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new SourceException("This is a folder. Name the files in it, or let the import search the folder.");
            }

            var file = new FileInfo(path);
            if (file.LinkTarget is not null)
            {
                // Followed here, so that the size is that of the file and a circle of links is noticed.
                file = (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
            }

            if (!file.Exists)
            {
                throw new SourceException("There is no such file. Check the path.");
            }

            // Asked before opening: named pipes and devices have no length, and opening one could wait for ever.
            switch (file.Length)
            {
                case 0:
                    throw new SourceException("The file is empty. Download it again.");
                case > MaxBytes:
                    throw new SourceException($"The file has {file.Length / 1_048_576:N0} MB; the limit is {MaxBytes / 1_048_576} MB. Split it into smaller files.");
            }

            return new SourceFile(NameOf(path), file, new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SourceException($"The file cannot be opened: {e.Message} Check the path and that you may read it.", inner: e);
        }
    }

    /// <summary>The last part of a path, without characters that would disturb a terminal or a page.</summary>
    public static string NameOf(string path)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var shown = string.Concat(name.Select(c => char.IsControl(c) || char.IsSurrogate(c) || CellText.IsInvisible(c) ? '?' : c));
        return shown.Length switch
        {
            0 => "?",
            > 200 => shown[..200],
            _ => shown,
        };
    }

    /// <summary>The first bytes of the file; the position is at its beginning again afterwards.</summary>
    public byte[] Head(int count)
    {
        var head = new byte[Math.Min(count, Length)];
        Content.Position = 0;
        var read = Content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        Content.Position = 0;
        return head[..read];
    }

    /// <exception cref="SourceException">Somebody wrote to the file since it was opened, so what was read does not belong together.</exception>
    public void MustBeUnchanged()
    {
        var now = new FileInfo(_asOpened.FullName);
        if (!now.Exists || now.Length != _asOpened.Length || now.LastWriteTimeUtc != _asOpened.LastWriteTimeUtc)
        {
            throw new SourceException("The file changed while it was being read. Import it again when nothing writes to it.");
        }
    }

    public void Dispose() => Content.Dispose();
}
