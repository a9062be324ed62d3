using System.Buffers.Binary;
using System.Text;
using OpenUpr.Sources;

namespace OpenUpr.Taxonomy.Classification;

/// <summary>
/// A model in a file: a name and sections of bytes, each with a checksum, read one at a time and only when asked for. Little-endian:
/// "OUPRMODL", version, name, what it learned from, number of sections; for each its name, length and checksum; then the sections' bytes.
/// </summary>
public sealed class ModelFile
{
    /// <summary>Of the container; each part keeps a version of its own.</summary>
    public const ushort Version = 1;

    /// <summary>Bytes. The shipped model has less than 10 million.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>Bytes; whole words of eight.</summary>
    private const int CheckedAtOnce = 32 * 1024;

    private const int MaxSections = 32;
    private const int MaxNameLength = 400;

    private static readonly byte[] s_magic = "OUPRMODL"u8.ToArray();

    private readonly string _file;
    private readonly Func<Stream> _open;
    private readonly Dictionary<string, Section> _sections = new(StringComparer.Ordinal);

    private ModelFile(string file, Func<Stream> open)
    {
        (_file, _open) = (file, open);
        Guarded(ReadHead);
    }

    /// <summary>The model's name, which every tag keeps.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it learned from: files, sessions and rows, a line each.</summary>
    public string LearnedFrom { get; private set; } = "";

    /// <summary>Names of the sections.</summary>
    public IReadOnlyCollection<string> Sections => _sections.Keys;

    /// <param name="file">How messages call the file.</param>
    /// <param name="open">Opens the bytes anew each time, so that a section can be read long after the head was.</param>
    /// <exception cref="SourceException">The bytes are no model, damaged, or made by a newer program.</exception>
    public static ModelFile Open(string file, Func<Stream> open) => new(file, open);

    /// <exception cref="SourceException">There is no such file, or it is no model of this program.</exception>
    public static ModelFile Open(string path)
    {
        using (SourceFile.Open(path))
        {
            // Asked for its errors: no such file, a folder, an empty file.
        }

        return new ModelFile(SourceFile.NameOf(path), () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 4096));
    }

    /// <summary>Writes a model. The same name and sections give the same bytes.</summary>
    public static void Write(Stream output, string name, string learnedFrom, IReadOnlyList<(string Name, byte[] Bytes)> sections)
    {
        using var writer = new BinaryWriter(output, Encoding.UTF8, leaveOpen: true);
        writer.Write(s_magic);
        writer.Write(Version);
        writer.Write(name);
        writer.Write(learnedFrom);
        writer.Write(sections.Count);
        foreach (var (section, bytes) in sections)
        {
            writer.Write(section);
            writer.Write(bytes.Length);
            writer.Write(Check(bytes));
        }

        foreach (var (_, bytes) in sections)
        {
            writer.Write(bytes);
        }
    }

    /// <summary>One section by <paramref name="read"/>; null when the model has none of this name.</summary>
    /// <exception cref="SourceException">The section is damaged.</exception>
    public T? Read<T>(string section, Func<BinaryReader, T> read)
        where T : class
    {
        if (!_sections.TryGetValue(section, out var place))
        {
            return null;
        }

        T? result = null;
        Guarded(stream =>
        {
            // Twice through the stream instead of once into memory: the sections' tables are large, and each is kept in the end.
            stream.Position = place.Start;
            if (Check(stream, place.Length) != place.Check)
            {
                throw new InvalidDataException($"its section {section} is not as it was written");
            }

            stream.Position = place.Start;
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            result = read(reader);
        });
        return result;
    }

    private static ulong Check(byte[] bytes) => Check(new MemoryStream(bytes, writable: false), bytes.Length);

    private static ulong Check(Stream stream, int length)
    {
        var (sum, buffer) = ((ulong)length, new byte[CheckedAtOnce]);
        for (var left = length; left > 0; left -= Math.Min(left, CheckedAtOnce))
        {
            var bytes = buffer.AsSpan(0, Math.Min(left, CheckedAtOnce));
            stream.ReadExactly(bytes);
            sum = Check(bytes, sum);
        }

        return sum;
    }

    private static ulong Check(ReadOnlySpan<byte> bytes, ulong sum)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = ((sum ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * 0x9E3779B97F4A7C15) ^ (sum >> 31);
        }

        foreach (var b in bytes)
        {
            sum = (sum ^ b) * 0x100000001B3;
        }

        return sum;
    }

    private void ReadHead(Stream stream)
    {
        if (stream.Length > MaxBytes)
        {
            throw new InvalidDataException($"it has {stream.Length / 1_048_576} MB, and the limit is {MaxBytes / 1_048_576}");
        }

        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!reader.ReadBytes(s_magic.Length).AsSpan().SequenceEqual(s_magic))
        {
            throw new SourceException($"{_file} is not a model of OpenUPR. Train one with: openupr train PATH --out FILE");
        }

        if (reader.ReadUInt16() is var version && version != Version)
        {
            throw new SourceException($"{_file} is a model of format {version}, and this program reads format {Version}. Use the program that made it, or train the model anew.");
        }

        Name = reader.ReadString();
        LearnedFrom = reader.ReadString();
        if (Name.Length is 0 or > MaxNameLength || reader.ReadInt32() is var count && count is < 0 or > MaxSections)
        {
            throw new InvalidDataException("its head is not as it was written");
        }

        ReadPlaces(reader, stream, count);
    }

    private void ReadPlaces(BinaryReader reader, Stream stream, int count)
    {
        var sections = new (string Name, int Length, ulong Check)[count];
        for (var i = 0; i < count; i++)
        {
            sections[i] = (reader.ReadString(), reader.ReadInt32(), reader.ReadUInt64());
        }

        var start = stream.Position;
        foreach (var (name, length, check) in sections)
        {
            if (length < 0 || start + length > stream.Length || !_sections.TryAdd(name, new Section(start, length, check)))
            {
                throw new InvalidDataException("it is cut off");
            }

            start += length;
        }

        if (start != stream.Length)
        {
            throw new InvalidDataException("it is longer than it says");
        }
    }

    private void Guarded(Action<Stream> read)
    {
        try
        {
            using var stream = _open();
            read(stream);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException or UnauthorizedAccessException)
        {
            throw new SourceException($"The model {_file} cannot be used: {e.Message}. Copy or train it again.", inner: e);
        }
    }

    private sealed record Section(long Start, int Length, ulong Check);
}
