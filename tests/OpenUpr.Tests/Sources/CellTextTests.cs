using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenUpr.Sources;
using Xunit;

namespace OpenUpr.Tests.Sources;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("Paint it", "Paint it", CellFault.None)]
    [InlineData("  Paint \t\r\n it ", "Paint it", CellFault.None)]
    [InlineData("Paint\u00A0\u2028it", "Paint it", CellFault.None)]
    [InlineData("&#40;Unknown&#41;", "(Unknown)", CellFault.None)]
    [InlineData("Trinidad & Tobago", "Trinidad & Tobago", CellFault.None)]
    [InlineData("C&ocirc;te d&#39;Ivoire", "Côte d'Ivoire", CellFault.None)]
    [InlineData("&amp;lt;", "&lt;", CellFault.None)]
    [InlineData("Cote\u0302", "Cotê", CellFault.None)]
    [InlineData("a\0b\u0007c", "abc", CellFault.Cleaned)]
    [InlineData("\uFEFFa\u200Bb\u202Ec\u00ADd", "abcd", CellFault.Cleaned)]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم", CellFault.None)]
    [InlineData("𝄞", "𝄞", CellFault.None)]
    [InlineData("a\uFFFDb", "a\uFFFDb", CellFault.Unreadable)]
    [InlineData("", "", CellFault.None)]
    [InlineData(" \0 ", "", CellFault.Cleaned)]
    public void Cells_are_cleaned_and_what_was_done_is_told(string raw, string clean, CellFault fault)
    {
        Assert.Equal(clean, CellText.Clean(raw, out var found));
        Assert.Equal(fault, found);
    }

    [Fact]
    public void A_lone_surrogate_is_lost_text()
    {
        Assert.Equal("a\uFFFDb", CellText.Clean("a" + (char)0xD800 + "b", out var fault));
        Assert.Equal(CellFault.Unreadable, fault);
    }

    [Fact]
    public void Whatever_comes_in_what_comes_out_can_be_stored_and_is_at_peace()
    {
        Prop.ForAll<string>(raw =>
        {
            var clean = CellText.Clean((raw ?? "").Replace("&", "", StringComparison.Ordinal), out _);
            Assert.DoesNotContain("  ", clean, StringComparison.Ordinal);
            Assert.Equal(clean.Trim(), clean);
            Assert.DoesNotContain(clean, char.IsControl);
            Assert.Equal(clean, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(clean)));
            Assert.Equal(clean, CellText.Clean(clean, out _));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }
}
