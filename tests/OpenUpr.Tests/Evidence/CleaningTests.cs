using System.IO.Compression;
using System.Text;
using OpenUpr.Evidence.Cleaning;
using OpenUpr.Tests.Sources;

namespace OpenUpr.Tests.Evidence;

public sealed class CleaningTests
{
    public static TheoryData<string> Kinds => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_clean_copy_names_nobody_and_is_clean(string kind)
    {
        var (result, clean) = Clean(Samples.All[kind]);
        Assert.True(result.IsClean, $"{kind}: {result.Blocked}");
        Assert.DoesNotContain(Samples.Secret, Everything(clean), StringComparison.Ordinal);
        Assert.True(kind == "text" || result.Removed.Count > 0, kind);

        // What is clean stays as it is: whatever reads it finds the same kind and the same content.
        var (again, twice) = Clean(clean);
        Assert.True(again.IsClean);
        Assert.Equal(result.Kind, again.Kind);
        Assert.Equal(Everything(clean), Everything(twice));
    }

    [Theory]
    [InlineData("pdf", "Kept words")]
    [InlineData("pdf", "<4B65707420636F6D6D656E74>")]
    [InlineData("docx", "Kept words")]
    [InlineData("docx", "https://kept.example/")]
    [InlineData("odt", "Kept words")]
    [InlineData("mp4", "SOUND-SAMPLE")]
    [InlineData("webm", "SOUND-SAMPLE")]
    public void What_a_file_says_stays(string kind, string content) => Assert.Contains(content, Everything(Clean(Samples.All[kind]).Clean), StringComparison.Ordinal);

    [Fact]
    public void A_picture_stays_the_right_way_up()
    {
        var (_, clean) = Clean(Samples.Jpeg(6));
        var at = clean.AsSpan().IndexOf("Exif\0\0"u8);
        Assert.Equal(6, Exif.OrientationOf(clean.AsSpan(at + 6)));
        Assert.Equal(-1, Clean(Samples.Jpeg(1)).Clean.AsSpan().IndexOf("Exif"u8));
    }

    [Fact]
    public void A_film_keeps_its_length_so_that_no_place_in_it_moves()
    {
        Assert.Equal(Samples.All["mp4"].Length, Clean(Samples.All["mp4"]).Clean.Length);
        Assert.Equal(Samples.All["webm"].Length, Clean(Samples.All["webm"]).Clean.Length);
    }

    [Theory]
    [InlineData("II*\0", FileKind.Tiff)]
    [InlineData("\0\0\0\u0018ftypheic", FileKind.Heic)]
    [InlineData("{\\rtf1 x}", FileKind.RichText)]
    [InlineData("<!doctype html><p>", FileKind.Markup)]
    public void Kinds_that_cannot_be_cleaned_are_told_and_left(string start, FileKind kind)
    {
        var (result, _) = Clean(Encoding.Latin1.GetBytes(start.PadRight(200, 'x')));
        Assert.Equal((kind, Blocks.Kind), (result.Kind, result.Blocked));
    }

    [Theory]
    [InlineData("MZ\u0090\0")]
    [InlineData("\u007fELF")]
    [InlineData("PK\u0003\u0004zip")]
    [InlineData("Rar!\u001a")]
    public void Programs_and_archives_are_refused_whatever_they_are_called(string start) => Assert.True(Clean(Encoding.Latin1.GetBytes(start.PadRight(100))).Result.Kind.IsRefused());

    [Fact]
    public void A_document_with_macros_is_refused() => Assert.Equal(FileKind.MacroDocument, Clean(Samples.Docx(("word/vbaProject.bin", [1, 2, 3]))).Result.Kind);

    [Fact]
    public void A_document_with_something_unknown_inside_has_no_clean_copy() =>
        Assert.Equal(Blocks.Inside, Clean(Samples.Docx(("word/embeddings/oleObject1.bin", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]))).Result.Blocked);

    [Fact]
    public void A_document_that_unpacks_to_far_more_than_its_size_is_left() =>
        Assert.Equal(Blocks.TooMuch, Clean(Samples.Docx(("word/big.xml", [.. "<a>"u8, .. Enumerable.Repeat((byte)' ', 50_000_000), .. "</a>"u8]))).Result.Blocked);

    [Fact]
    public void Damaged_files_end_in_an_answer()
    {
        foreach (var (kind, sample) in Samples.All)
        {
            var random = new Random(kind.Length + sample.Length);
            for (var i = 0; i < 120; i++)
            {
                var damaged = i < 40 ? sample[..random.Next(1, sample.Length)] : Mutations.Of(sample, random);
                var (result, clean) = Clean(damaged);
                Assert.True(result.IsClean || result.Blocked!.Length > 0);

                // What calls itself clean must read as clean.
                Assert.True(!result.IsClean || Clean(clean).Result.Kind == result.Kind, $"{kind} {i}");
            }
        }
    }

    private static (CleaningResult Result, byte[] Clean) Clean(byte[] file)
    {
        using var output = new MemoryStream();
        var result = FileCleaner.Clean(new MemoryStream(file), output, TimeProvider.System, TestContext.Current.CancellationToken);
        return (result, output.ToArray());
    }

    /// <summary>All bytes, and those of the parts of a packed document.</summary>
    private static string Everything(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.Latin1.GetString(file);
        }

        using var zip = new ZipArchive(new MemoryStream(file));
        var text = new StringBuilder();
        foreach (var part in zip.Entries)
        {
            using var reader = new StreamReader(part.Open(), Encoding.Latin1);
            text.Append(part.FullName).Append('\n').Append(reader.ReadToEnd()).Append('\n');
        }

        return text.ToString();
    }
}
