using OpenUpr.Sources;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Tests.Taxonomy.Classification;

public sealed class ModelFileTests
{
    private static readonly byte[] s_section = [.. Enumerable.Range(0, 1003).Select(i => (byte)(i * 7))];

    [Fact]
    public void What_is_written_is_read()
    {
        var file = Open(Written());
        Assert.Equal(("test 1", "ten rows"), (file.Name, file.LearnedFrom));
        Assert.Equal(s_section, file.Read("second", r => r.ReadBytes(s_section.Length)));
        Assert.Null(file.Read("third", r => r.ReadBytes(1)));
    }

    [Fact]
    public void Any_changed_byte_of_a_section_is_noticed()
    {
        var bytes = Written();
        for (var i = bytes.Length - s_section.Length; i < bytes.Length; i += 50)
        {
            bytes[i] ^= 1;
            var damaged = Open(bytes);
            Assert.Contains("second", Assert.Throws<SourceException>(() => damaged.Read("second", r => r.ReadBytes(1))).Message, StringComparison.Ordinal);
            bytes[i] ^= 1;
        }
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused_with_a_sentence()
    {
        var bytes = Written();
        for (var length = 0; length < bytes.Length; length += 13)
        {
            Assert.Throws<SourceException>(() => Open(bytes[..length]));
        }

        Assert.Throws<SourceException>(() => Open([.. bytes, 0]));
    }

    [Fact]
    public void Another_kind_of_file_and_a_newer_model_are_told_apart()
    {
        Assert.Contains("is not a model", Assert.Throws<SourceException>(() => Open("PK and much more text"u8.ToArray())).Message, StringComparison.Ordinal);
        var newer = Written();
        newer[8]++;
        Assert.Contains($"format {ModelFile.Version + 1}", Assert.Throws<SourceException>(() => Open(newer)).Message, StringComparison.Ordinal);
    }

    private static ModelFile Open(byte[] bytes) => ModelFile.Open("test.model", () => new MemoryStream(bytes));

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        ModelFile.Write(stream, "test 1", "ten rows", [("first", [1, 2, 3]), ("second", s_section)]);
        return stream.ToArray();
    }
}
