using OpenUpr.Import;
using OpenUpr.Sources;
using Xunit;

namespace OpenUpr.Tests.Import;

public sealed class FindFilesTests
{
    [Fact]
    public void Folders_are_searched_through_in_a_stable_order_and_a_file_named_twice_comes_once()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "sub", "deeper"));
        var c = folder.Write("c.csv", "x");
        var a = folder.Write("a.csv", "x");
        var b = folder.Write("sub/deeper/b \t(1);.csv", "x");
        folder.Write(".hidden", "x");
        Assert.Equal([c, a, b], Importer.FindFiles([c, folder.Path, Path.Combine(folder.Path, "sub", "..", "c.csv")]));
    }

    [Fact]
    public void Links_inside_folders_are_not_followed_and_a_circle_does_no_harm()
    {
        using var folder = new TestFolder();
        var a = folder.Write("a.csv", "x");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "again"), folder.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b.csv"), a);
        Assert.Equal([a], Importer.FindFiles([folder.Path]));
    }

    [Theory, InlineData("not-there"), InlineData("nowhere/not-there.csv"), InlineData("a\0b")]
    public void A_path_that_does_not_exist_is_an_error_that_names_it(string path)
    {
        var error = Assert.Throws<SourceException>(() => Importer.FindFiles([path]));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }
}
