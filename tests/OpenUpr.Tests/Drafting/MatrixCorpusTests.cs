using OpenUpr.Drafting.Lists;
using OpenUpr.Export.Docx;
using OpenUpr.Reviews;
using OpenUpr.Storage;
using OpenUpr.Tests.Sources;

namespace OpenUpr.Tests.Drafting;

/// <summary>OHCHR's two real lists, taken in and written out again: every row, every cell.</summary>
public sealed class MatrixCorpusTests
{
    private static readonly ReferenceData s_world = ReferenceData.Load(World.UnitedNations);

    [Theory]
    [InlineData("cycle3/UPR34_Slovenia_Thematic_list_of_Recommendations.docx", 215, 3)]
    [InlineData("cycle4/upr48-slovenia-thematic-list-of-recommendatio.docx", 254, null)]
    public void Every_row_of_a_real_list_comes_back_in_the_same_layout(string name, int rows, int? assessment)
    {
        var found = Read(File.ReadAllBytes(Slovenia.File(name)));
        Assert.Equal((rows, assessment, true), (found.List.Rows.Count, found.List.Assessment, found.List.IsLandscape));
        Assert.All(found.List.Rows, r => Assert.True(r is { Number: not null, Position: not null, Theme.Length: > 0, Filled.IsEmpty: true } && r.Cells[0].Contains("Source of Position", StringComparison.OrdinalIgnoreCase), r.Cells[0]));
        Assert.StartsWith("UPR of Slovenia", found.List.PageHead, StringComparison.Ordinal);

        string[] head = assessment is null ? [.. found.List.Head, MatrixWording.Of("head-assessment", "en")] : [.. found.List.Head];
        var sheet = new MatrixSheet { Title = "List", Basis = MatrixSheet.Uploaded, Head = "", Language = "en", IsLandscape = true, PageHead = found.List.PageHead, PageFoot = found.List.PageFoot };
        var view = new MatrixView(sheet, null, head, assessment ?? head.Length - 1, [.. found.List.Rows.Select((r, i) => new MatrixRowView(
            new MatrixRow { Id = i + 1, Theme = r.Theme, Number = r.Number, Position = r.Position, Cells = "" }, assessment is null ? [.. r.Cells, ""] : r.Cells,
            new MatrixEntry { Value = "partly", Comment = "A law was adopted, but it is not applied yet.", State = MatrixEntry.Agreed, ClientId = "c" }, i + 1, null, null, true, false, []))]);
        var again = Read(MatrixDocx.Write(view)).List;
        Assert.Equal(found.List.Rows.Select(r => (r.Theme, r.Number, string.Join('|', r.Cells.Where((_, c) => c != assessment)), r.Position)), again.Rows.Select(r => (r.Theme, r.Number, string.Join('|', r.Cells.Where((_, c) => c != again.Assessment)), r.Position)));
        Assert.All(again.Rows, r => Assert.Equal("partly", r.Filled.Value));
    }

    private static FoundList Read(byte[] file) => MatrixSources.Read(file, "list.docx", "en", s_world, TestContext.Current.CancellationToken);
}
