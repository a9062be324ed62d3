using System.Text;
using OpenUpr.Sources.Csv;
using Xunit;

namespace OpenUpr.Tests.Sources;

public sealed class TextEncodingsTests
{
    private static readonly Encoding[] OneByte = [TextEncodings.MacRoman, TextEncodings.Windows1252];

    /// <summary>Each in both one-byte encodings and without the help of CR line ends, so that the words alone decide.</summary>
    [Theory]
    [InlineData("Instance Equité - Réconciliation")]
    [InlineData("Mr. Hissène Habré to justice")]
    [InlineData("its position vis-à-vis the capital punishment")]
    [InlineData("the Garda Síochána and other law enforcement")]
    [InlineData("Lei Contra Violência Doméstica")]
    [InlineData("Felsöszölnök and Apátistvánfalva")]
    [InlineData("protect women’s rights and children’s rights")]
    [InlineData("the “national plan” of the Government")]
    [InlineData("human rights – and duties – of all")]
    [InlineData("Law n° 17 of 2010, in N'Djaména")]
    [InlineData("“Yo sí puedo seguir”, España mañana")]
    [InlineData("Côte d’Ivoire")]
    [InlineData("São Tomé e Príncipe")]
    [InlineData("Türkiye")]
    [InlineData("ÉTAT DE DROIT À RENFORCER")]
    public void The_words_tell_Mac_Roman_from_Windows_1252(string text)
    {
        foreach (var encoding in OneByte)
        {
            Assert.Equal(encoding.WebName, Decide(encoding.GetBytes(text + "\n")).WebName);
        }
    }

    [Theory, InlineData("plain ASCII"), InlineData("Côte d’Ivoire"), InlineData("𝄞 حقوق 权利")]
    public void Valid_UTF_8_is_UTF_8(string text) => Assert.Equal("utf-8", Decide(Encoding.UTF8.GetBytes(text)).WebName);

    [Fact]
    public void UTF_8_cut_inside_a_letter_is_still_UTF_8() => Assert.Equal("utf-8", Decide(Encoding.UTF8.GetBytes("écoles à é")[..^1]).WebName);

    [Theory, InlineData(new byte[] { 0xC0, 0xAF, 0x41 }), InlineData(new byte[] { 0xED, 0xA0, 0x80, 0x41 }), InlineData(new byte[] { 0xF8, 0x88, 0x80, 0x80, 0x80 })]
    public void Overlong_forms_surrogates_and_five_bytes_are_not_UTF_8(byte[] bytes) => Assert.NotEqual("utf-8", Decide(bytes).WebName);

    [Fact]
    public void Lines_that_end_with_CR_alone_decide_for_the_Mac_where_words_do_not() =>
        Assert.Equal("macintosh", Decide([.. "x "u8, 0xAA, .. " y\r"u8]).WebName);

    [Theory, InlineData("utf-16"), InlineData("utf-16BE"), InlineData("utf-32")]
    public void A_byte_order_mark_is_believed(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        Assert.Equal(name, Decide([.. encoding.Preamble, .. encoding.GetBytes("Slovenia, école")]).WebName);
    }

    [Theory, InlineData("utf-16"), InlineData("utf-16BE")]
    public void UTF_16_is_known_without_a_byte_order_mark(string name) =>
        Assert.Equal(name, Decide(Encoding.GetEncoding(name).GetBytes("To,To-Rgrp,To-Org,Text")).WebName);

    [Fact]
    public void The_pieces_in_which_bytes_arrive_make_no_difference()
    {
        var bytes = TextEncodings.MacRoman.GetBytes("Équité, Habré, “Síochána”\n");
        var pieces = new TextEncodings();
        foreach (var b in bytes)
        {
            pieces.Add([b]);
        }

        Assert.Equal("macintosh", pieces.Decide(_ => false).WebName);
    }

    private static Encoding Decide(byte[] bytes)
    {
        var encodings = new TextEncodings();
        encodings.Add(bytes);
        return encodings.Decide(_ => false);
    }
}
