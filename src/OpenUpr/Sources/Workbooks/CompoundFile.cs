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

    private static readonly byte[] Signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly Stream _content;
    private readonly long _length;
    private readonly byte[] _header = new byte[HeaderBytes];
    private readonly HashSet<string> _names = [];
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
            file.ReadDirectory(file.ReadSectorTable());
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

    private static SourceException Damaged(string how, Exception? inner = null) =>
        new($"The workbook is damaged: {how}. Download it again, or save it anew as .xlsx or .csv.", inner: inner);

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

    private void ReadDirectory(uint[] next)
    {
        var seen = 0;
        for (var sector = Field(48); sector != EndOfChain; sector = next[sector])
        {
            seen += _sectorSize / EntryBytes;
            if (sector >= next.Length || seen > MaxDirectoryEntries)
            {
                throw Damaged("its directory leads nowhere");
            }

            var bytes = new byte[_sectorSize];
            _content.Position = Offset(sector);
            _content.ReadExactly(bytes);
            for (var at = 0; at < bytes.Length; at += EntryBytes)
            {
                ReadEntry(bytes.AsSpan(at, EntryBytes), next);
            }
        }
    }

    private void ReadEntry(ReadOnlySpan<byte> entry, uint[] next)
    {
        const byte Stream = 2;
        if (entry[66] != Stream)
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
            MustBeWhole(BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), size, next);
        }

        var nameBytes = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
        _names.Add(Encoding.Unicode.GetString(entry[..nameBytes]));
    }

    /// <summary>A file cut off in transit would else be read up to the cut, and rows would be missing in silence.</summary>
    private void MustBeWhole(uint first, long size, uint[] next)
    {
        var sector = first;
        for (var left = size; left > 0; left -= _sectorSize)
        {
            if (sector >= next.Length || Offset(sector) + Math.Min(left, _sectorSize) > _length)
            {
                throw Damaged("a part of it is missing");
            }

            sector = next[sector];
        }
    }

    private uint[] ReadSector(uint sector)
    {
        var bytes = new byte[_sectorSize];
        _content.Position = Offset(sector);
        _content.ReadExactly(bytes);
        return [.. bytes.Chunk(4).Select(b => BinaryPrimitives.ReadUInt32LittleEndian(b))];
    }

    private long Offset(uint sector) => (sector + 1L) * _sectorSize;

    private uint Field(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(at));
}
