using System.Diagnostics;
using OpenUpr.Drafting.Studio;

namespace OpenUpr.Tests.Drafting;

public sealed class StudioTextTests
{
    [Fact]
    public void Each_mark_makes_its_block()
    {
        Assert.Equal(
            ["Paragraph:one\ntwo", "Paragraph:three", "Bullet:a", "Bullet:b", "Quote:said\nmore", "Recommendation:Adopt a law.", "Question:When?", "Heading2:Deeper", "Heading3:Deepest", "Heading3:Still", "Paragraph:R:none"],
            Shown("one\r\ntwo\n\nthree\n- a\n- b\n> said\n> more\nR: Adopt a law.\nQ: When?\n# Deeper\n## Deepest\n### Still\nR:none", level: 1));
    }

    [Fact]
    public void A_table_has_a_head_and_rows_of_one_length()
    {
        var block = Assert.Single(StudioText.Read("| Year | Cases |\n|---|:-:|\n| 2024 | 12 \\| 13 |\n| 2025 |", []));
        Assert.Equal(BlockKind.Table, block.Kind);
        Assert.Equal(["Year", "Cases", "2024", "12 | 13", "2025", ""], block.Rows.SelectMany(r => r).Select(c => string.Concat(c.Select(run => run.Text))));
        Assert.Empty(StudioText.Read("| | |\n|---|---|", []));
    }

    [Theory]
    [InlineData("a **b** c", "a |b:B| c")]
    [InlineData("*i* and ***both***", "i:I| and |both:BI")]
    [InlineData("**b *bi* b**", "b :B|bi:BI| b:B")]
    [InlineData("un**bal", "un**bal")]
    [InlineData("2 * 3 * 4 ** 5", "2 * 3 * 4 ** 5")]
    [InlineData("****", "****")]
    [InlineData(@"\*not\* \[x\](https://a.example) C:\dir", "*not* [x](https://a.example) C:\\dir")]
    [InlineData("[the *law*](https://a.example/x_(y))", "the :https://a.example/x_(y)|law:I:https://a.example/x_(y)")]
    [InlineData("[run](javascript:alert(1)) [f](file:///etc) [m](mailto:a@b.example)", "[run](javascript:alert(1)) [f](file:///etc) [m](mailto:a@b.example)")]
    [InlineData("[x] (https://a.example) [y](https://a b)", "[x] (https://a.example) [y](https://a b)")]
    [InlineData("so ^[A/1, *para*. 2.] it is^[ ] ^[open", "so#0| it is^[ ] ^[open")]
    [InlineData("**bold^[see [page](https://a.example).]**", "bold#0:B")]
    [InlineData("^[^[in]]", "#0")]
    public void Looks_links_and_notes_are_read_and_what_is_no_mark_stays(string text, string expected) => Assert.Equal(expected, Assert.Single(Shown(text)).Split(':', 2)[1]);

    [Fact]
    public void Characters_that_no_file_can_hold_are_left_out() => Assert.Equal("Paragraph:abc 🙂 |🙂:I", Assert.Single(Shown("a\u0001b\ud800c\uffff 🙂 *🙂*")));

    [Fact]
    public void Notes_are_counted_through_the_sections()
    {
        var notes = new List<IReadOnlyList<ComposedRun>>();
        StudioText.Read("a^[one] b^[two *i*]", notes);
        StudioText.Read("| a^[three] |", notes);
        Assert.Equal(["one", "two i", "three"], notes.Select(n => string.Concat(n.Select(r => r.Text))));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("^[")]
    [InlineData("*")]
    [InlineData("**a ")]
    [InlineData("[](https://a")]
    [InlineData("\\[")]
    [InlineData("|")]
    [InlineData("> \n")]
    public void The_longest_text_of_the_worst_marks_takes_no_longer_than_a_blink(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, StudioText.MaxText / mark.Length));
        var clock = Stopwatch.StartNew();
        StudioText.Read(text, []);
        StudioText.Read(text[..(text.Length / 2)] + string.Concat(Enumerable.Repeat("](https://a.example)]", 1400)), []);

        // Twenty times what it takes; a reader whose time grows with the square takes minutes.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(4), $"{clock.Elapsed}");
    }

    private static IEnumerable<string> Shown(string text, int level = 0) => StudioText.Read(text, [], level).Select(b => $"{b.Kind}{(b.Level > 0 ? b.Level : "")}:{string.Join('|', b.Runs.Select(Shown))}");

    private static string Shown(ComposedRun run) =>
        run.Text + (run.Note is { } note ? $"#{note}" : "") + (run.Bold || run.Italic ? $":{(run.Bold ? "B" : "")}{(run.Italic ? "I" : "")}" : "") + (run.Address is { } address ? $":{address}" : "");
}
