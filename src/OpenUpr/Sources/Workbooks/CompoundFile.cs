using System.Buffers.Binary;
using System.Text;

namespace OpenUpr.Sources.Workbooks;

/// <summary>
/// The frame of an OLE compound file (.xls, .doc): enough to know what is in it and to refuse one whose numbers are impossible
/// before a general reader trusts them; it would reserve memory for gigabytes that a damaged header only claims.
/// Layout: [MS-CFB], https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb.
/// </summary>
public sealed class CompoundFile
{
    private const uint EndOfChain = 0xFFFFFFFE;
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MaxDirectoryEntries = 4096;
    private const int MiniSectorBytes = 64;
    private const byte StreamType = 2;

    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly Stream _content;
    private readonly long _length;
    private readonly byte[] _header = new byte[HeaderBytes];
    private readonly HashSet<string> _names = [];
    private readonly List<Entry> _entries = [];
    private uint[] _next = [];
    private int _sectorSize;

    private CompoundFile(Stream content, long length)
    {
        _content = content;
        _length = length;
    }

    public IReadOnlySet<string> StreamNames => _names;

    public static bool IsOne(ReadOnlySpan<byte> head) => head.StartsWith(Signature);

    /// <exception cref="SourceException">The file is cut off, damaged, or made to mislead.</exception>
    public static CompoundFile Read(Stream content, long length)
    {
        var file = new CompoundFile(content, length);
        try
        {
            file.ReadHeader();
            file._next = file.ReadSectorTable();
            file.ReadDirectory();
            return file;
        }
        catch (EndOfStreamException e)
        {
            throw Damaged("it ends too early", e);
        }
        finally
        {
            content.Position = 0;
        }
    }

    /// <summary>The bytes of a stream of the outermost folder (a document embedded in this one has streams of the same names); null where there is none.</summary>
    /// <exception cref="SourceException">The stream is larger than <paramref name="limit"/>, or damaged.</exception>
    public byte[]? ReadStream(string name, int limit)
    {
        if (Outermost().FirstOrDefault(e => e.Type == StreamType && e.Name == name) is not { } entry)
        {
            return null;
        }

        if (entry.Size > limit)
        {
            throw new SourceException($"A part of the Office file has {entry.Size / 1_048_576:N0} MB; the limit is {limit / 1_048_576} MB. It is not read.");
        }

        try
        {
            return entry.Size >= Field(56) ? ReadChain(entry.First, (int)entry.Size) : ReadMiniChain(entry.First, (int)entry.Size, limit);
        }
        catch (EndOfStreamException e)
        {
            throw Damaged("it ends too early", e);
        }
    }

    private static SourceException Damaged(string how, Exception? inner = null) =>
        new($"The Office file is damaged: {how}. Download it again, or save it anew in a newer format (.docx, .xlsx).", inner: inner);

    private void ReadHeader()
    {
        _content.Position = 0;
        _content.ReadExactly(_header);
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(_header.AsSpan(30));
        if (shift is not (9 or 12) || BinaryPrimitives.ReadUInt16LittleEndian(_header.AsSpan(32)) != 6)
        {
            throw Damaged("its header names a sector size that does not exist");
        }

        _sectorSize = 1 << shift;
        var sectors = (_length / _sectorSize) + 1;
        var tableSectors = Field(44);
        if (tableSectors > (sectors / (_sectorSize / 4)) + 109 || Field(72) > (tableSectors / (_sectorSize / 4 - 1)) + 1 || Field(64) > sectors)
        {
            throw Damaged("its header claims more than the file holds");
        }
    }

    /// <summary>For every sector the number of the one that follows it.</summary>
    private uint[] ReadSectorTable()
    {
        var places = Enumerable.Range(0, 109).Select(i => Field(76 + (4 * i))).ToList();
        var further = Field(68);
        for (var left = Field(72); left > 0 && further < EndOfChain - 3; left--)
        {
            var sector = ReadSector(further);
            places.AddRange(sector[..^1]);
            further = sector[^1];
        }

        return [.. places.Where(p => p < EndOfChain - 3).Take((int)Field(44)).SelectMany(ReadSector)];
    }

    private void ReadDirectory()
    {
        var seen = 0;
        for (var sector = Field(48); sector != EndOfChain; sector = _next[sector])
        {
            seen += _sectorSize / EntryBytes;
            if (sector >= _next.Length || seen > MaxDirectoryEntries)
            {
                throw Damaged("its directory leads nowhere");
            }

            var bytes = new byte[_sectorSize];
            Seek(sector);
            _content.ReadExactly(bytes);
            for (var at = 0; at < bytes.Length; at += EntryBytes)
            {
                ReadEntry(bytes.AsSpan(at, EntryBytes));
            }
        }
    }

    private void ReadEntry(ReadOnlySpan<byte> entry)
    {
        var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        var name = Encoding.Unicode.GetString(entry[..nameBytes]);
        var first = BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]);
        var siblings = (BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]));
        _entries.Add(new Entry(name, entry[66], first, BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]), siblings, BinaryPrimitives.ReadUInt32LittleEndian(entry[76..])));
        if (entry[66] != StreamType)
        {
            return;
        }

        var size = BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]);
        if (size > _length)
        {
            throw Damaged("a part claims to be larger than the file");
        }

        if (size >= Field(56))
        {
            MustBeWhole(first, size);
        }

        _names.Add(name);
    }

    /// <summary>A file cut off in transit would else be read up to the cut, and rows would be missing in silence.</summary>
    private void MustBeWhole(uint first, long size)
    {
        var sector = first;
        for (var left = size; left > 0; left -= _sectorSize)
        {
            if (sector >= _next.Length || Offset(sector) + Math.Min(left, _sectorSize) > _length)
            {
                throw Damaged("a part of it is missing");
            }

            sector = _next[sector];
        }
    }

    /// <summary>The entries of the outermost folder, which is kept as a tree of siblings.</summary>
    private IEnumerable<Entry> Outermost()
    {
        var seen = new HashSet<uint>();
        var open = new Stack<uint>();
        open.Push(_entries.Count > 0 ? _entries[0].Child : uint.MaxValue);
        while (open.TryPop(out var i))
        {
            if (i < _entries.Count && seen.Add(i))
            {
                yield return _entries[(int)i];
                open.Push(_entries[(int)i].Siblings.Left);
                open.Push(_entries[(int)i].Siblings.Right);
            }
        }
    }

    private byte[] ReadChain(uint first, int size)
    {
        MustBeWhole(first, size);
        var bytes = new byte[size];
        var sector = first;
        for (var at = 0; at < size; at += _sectorSize)
        {
            Seek(sector);
            _content.ReadExactly(bytes.AsSpan(at, Math.Min(_sectorSize, size - at)));
            sector = _next[sector];
        }

        return bytes;
    }

    /// <summary>Small streams share sectors: they lie in the root's stream, in pieces of 64 bytes with a table of their own.</summary>
    private byte[] ReadMiniChain(uint first, int size, int limit)
    {
        if (_entries[0].Size > limit || Field(64) > limit / _sectorSize)
        {
            throw Damaged("its small parts claim to be larger than the file");
        }

        var pool = ReadChain(_entries[0].First, (int)_entries[0].Size);
        var table = ReadChain(Field(60), (int)Field(64) * _sectorSize);
        var bytes = new byte[size];
        var sector = first;
        for (var at = 0; at < size; at += MiniSectorBytes)
        {
            var length = Math.Min(MiniSectorBytes, size - at);
            if (sector >= table.Length / 4 || ((long)sector * MiniSectorBytes) + length > pool.Length)
            {
                throw Damaged("a small part of it is missing");
            }

            pool.AsSpan((int)sector * MiniSectorBytes, length).CopyTo(bytes.AsSpan(at));
            sector = BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan((int)sector * 4));
        }

        return bytes;
    }

    private uint[] ReadSector(uint sector)
    {
        var bytes = new byte[_sectorSize];
        Seek(sector);
        _content.ReadExactly(bytes);
        return [.. bytes.Chunk(4).Select(b => BinaryPrimitives.ReadUInt32LittleEndian(b))];
    }

    private void Seek(uint sector)
    {
        var place = Offset(sector);
        _content.Position = place < _length ? place : throw new EndOfStreamException();
    }

    private long Offset(uint sector) => (sector + 1L) * _sectorSize;

    private uint Field(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(at));

    /// <summary>An entry of the directory.</summary>
    private sealed record Entry(string Name, byte Type, uint First, uint Size, (uint Left, uint Right) Siblings, uint Child);
}
