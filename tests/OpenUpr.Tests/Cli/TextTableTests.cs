using OpenUpr.App.Cli;

namespace OpenUpr.Tests.Cli;

public sealed class TextTableTests
{
    [Fact]
    public void Texts_break_between_words_and_numbers_stand_right()
    {
        var table = new TextTable([new("id", Right: true), new("sur"), new("text", Rest: true)], 36);
        table.Add("7", "CUB", "Ratify the Convention against Torture and its protocol.");
        table.Add("1024", "ALB", "Short.");
        Assert.Equal(
            """
              id  sur  text
            ----  ---  -------------------------
               7  CUB  Ratify the Convention
                       against Torture and its
                       protocol.
            1024  ALB  Short.

            """.ReplaceLineEndings("\n"),
            Written(table));
    }

    [Fact]
    public void A_text_cannot_colour_the_screen_or_move_the_cursor()
    {
        var table = new TextTable([new("text", Rest: true)], 80);
        table.Add("\u001b[31mred\u001b[0m\r\nline\ttab\u0007");
        Assert.DoesNotContain(Written(table), c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void No_line_is_wider_than_the_terminal()
    {
        var table = new TextTable([new("id"), new("text", Rest: true)], 60);
        table.Add("1", new string('x', 500) + " " + string.Join(' ', Enumerable.Repeat("words", 50)));
        Assert.All(Written(table).Split('\n'), line => Assert.InRange(line.Length, 0, 60));
    }

    private static string Written(TextTable table)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        table.WriteTo(writer);
        return writer.ToString();
    }
}
