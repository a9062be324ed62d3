using System.Buffers.Binary;
using System.Diagnostics;
using OpenUpr.Sources;
using OpenUpr.Sources.Doc;

namespace OpenUpr.Tests.Sources.Doc;

/// <summary>Whatever an old Word document holds, reading gives its text or an error that says what to do.</summary>
public sealed class HostileDocTests
{
    private static readonly (string What, Func<byte[]> File, string Says)[] Refused =
    [
        ("a head cut off", () => Good()[..400], "damaged"),
        ("a file cut off", () => Good()[..9000], "damaged"),
        ("a compound file without text", () => CompoundBuilder.Build(("Other", new byte[8192])), "no Word document"),
        ("a newer document under a password", () => CompoundBuilder.Build(("EncryptedPackage", new byte[8192])), "password"),
        ("an older one under a password", () => Head(10, 0x0300), "password"),
        ("Word 6", () => Head(0, 0xA5DC), "Word 95"),
        ("Word 95", () => Head(2, 0x0068), "Word 95"),
        ("no head of Word's", () => Head(0, 0x1234), "damaged"),
        ("the other table, which is missing", () => Head(10, 0), "missing"),
        ("more text than there is", () => Head(0x4D, 0x00FF), "damaged"),
        ("a negative length", () => Head(0x52, 0xFFFF), "damaged"),
        ("a table of pieces beyond the end", () => Head(0x01A4, 0x7FFF), "missing"),
        ("no table of pieces", () => Head(0x01A6, 0), "missing"),
        ("formatting beyond the end", () => Head(0xFC, 0x7FFF), "missing"),
        ("pieces of unknown kind", () => Table(0, 9), "missing"),
        ("pieces without end", () => Table(3, 0xFFFF), "cut off"),
        ("pieces that do not fit together", () => Table(5, 7), "fit together"),
        ("a piece beyond the end", () => Table(15, 0x7FFF), "missing"),
        ("a directory that goes in a circle", () => Sectors(1, 1), "damaged"),
        ("a stream that leads outside", () => Sectors(2, 0x00FFFFFF), "damaged"),
    ];

    public static TheoryData<string> RefusedNames => [.. Refused.Select(c => c.What)];

    [Theory, MemberData(nameof(RefusedNames))]
    public void Refused_with_a_reason(string what)
    {
        var (_, build, says) = Refused.Single(c => c.What == what);
        var error = Assert.Throws<SourceException>(() => DocBuilder.Read(build()));
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused() =>
        Assert.Contains("64 MB", Assert.Throws<SourceException>(() => DocReader.Read(new MemoryStream(Good()), 65L * 1024 * 1024, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);

    /// <summary>Each field opened within the last would cost the square of their number if each were gone through by itself.</summary>
    [Fact]
    public void Fields_within_fields_take_no_time()
    {
        var clock = Stopwatch.StartNew();
        Assert.Empty(new DocBuilder().Text(new string('\u0013', 1_250) + new string('\u0015', 1_250)).Read().Lines);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"It took {clock.Elapsed}.");
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4)]
    public void Damaged_bytes_give_text_or_an_error(int seed) => Survives(Good(), seed, 300);

    [Theory]
    [InlineData("cycle3/Advance_questions_Slovenia_first_batch.doc", 31)]
    [InlineData("cycle3/Advance_questions_to_Slovenia_Add1.doc", 32)]
    public void Damaged_real_files_give_text_or_an_error(string name, int seed) => Survives(File.ReadAllBytes(Slovenia.File(name)), seed, 150);

    private static void Survives(byte[] original, int seed, int cases)
    {
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < cases; i++)
        {
            var bytes = (byte[])original.Clone();
            // The frame and the head are small beside the rest: half of the damage goes there.
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                bytes[random.Next(i % 2 == 0 ? 0x800 : bytes.Length)] = (byte)random.Next(256);
            }

            bytes = i % 5 == 0 ? Mutations.Of(bytes, random) : bytes;
            try
            {
                _ = DocBuilder.Read(bytes);
            }
            catch (SourceException)
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"Seed {seed}, case {i}: {e}");
            }
        }

        Assert.True(refused > 0, "Nothing was damaged: the test does not do what it says.");
    }

    private static byte[] Good() => new DocBuilder().Text("one\r").Text("two\u0013 X \u0014y\u0015\r", look: [0x35, 0x08, 1]).Text("c\a", shape: [0x16, 0x24, 1]).Build();

    private static byte[] Head(int at, ushort value) => new DocBuilder { Head = h => BinaryPrimitives.WriteUInt16LittleEndian(h.AsSpan(at), value) }.Text("one\r").Text("two\r").Build();

    private static byte[] Table(int at, ushort value) => new DocBuilder { Tables = t => BinaryPrimitives.WriteUInt16LittleEndian(t.AsSpan(at), value) }.Text("one\r").Build();

    private static byte[] Sectors(int sector, uint next)
    {
        var file = Good();
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(512 + (4 * sector)), next);
        return file;
    }
}
