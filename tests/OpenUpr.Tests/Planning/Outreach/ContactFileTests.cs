using System.IO.Compression;
using System.Text;
using OpenUpr.Planning.Outreach;
using OpenUpr.Sources;

namespace OpenUpr.Tests.Planning.Outreach;

public sealed class ContactFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Cards_of_both_versions_are_read_with_folds_and_escapes()
    {
        var read = Read("""
            BEGIN:VCARD
            VERSION:3.0
            N:Aasgard;Linnea;;;
            FN:Linnea Aasgard
            ORG:Embassy of Nivalund;Political section
            TITLE:Second secretary\, human rights
            item1.EMAIL;TYPE="work,internet":l@example.org
            TEL;TYPE=cell:+000 11
            ADR;TYPE=work:;;7 Harbour Road;San Merrow;;;XNI
            NOTE:First line\nsecond\; line that is fol
             ded
            CATEGORIES:Friends,Embassy
            END:VCARD
            BEGIN:VCARD
            VERSION:4.0
            N:Dor;Emeka;;;
            LANG:fr-CH
            EMAIL:mailto:e@example.org
            END:VCARD
            """);

        Assert.Equal(
            ("Linnea Aasgard", "embassy", "XNI", "San Merrow", "Second secretary, human rights, Embassy of Nivalund, Political section", "l@example.org", "+000 11", "7 Harbour Road", "First line\nsecond; line that is folded"),
            (read[0].Wish.Name, read[0].Wish.Kind, read[0].Wish.State, read[0].Wish.Place, read[0].Wish.Office, read[0].Wish.Secrets.Email, read[0].Wish.Secrets.Phone, read[0].Wish.Secrets.Address, read[0].Wish.Secrets.Notes));
        Assert.Equal(("Emeka Dor", "fr", "e@example.org", 14), (read[1].Wish.Name, read[1].Wish.Language, read[1].Wish.Secrets.Email, read[1].Line));
    }

    [Fact]
    public void A_table_with_commas_is_read_by_its_heads()
    {
        var read = Read("\uFEFFFull Name,Country,Job Title,Phone,do_not_contact\r\n\"Keita, Ama\",Kessou,Chargé d'affaires,'+000 71,yes\r\n\r\nVik,XUL,,,\r\n");

        Assert.Equal([("Keita, Ama", "Kessou", "+000 71", true, 2), ("Vik", "XUL", "", false, 4)], read.Select(r => (r.Wish.Name!, r.Wish.State!, r.Wish.Secrets.Phone!, r.Wish.DoNotContact, r.Line)));
    }

    [Fact]
    public void A_sheet_with_semicolons_and_a_title_above_its_heads_is_read_as_well()
    {
        var read = Read("Contacts, spring;;;\n;;;\nNom complet;Pays;Fonction;Courriel\nAda Lind;Kessou;Première secrétaire;ada@x.example\n");
        Assert.Equal([("Ada Lind", "Kessou", "Première secrétaire", "ada@x.example", 4)], read.Select(r => (r.Wish.Name!, r.Wish.State!, r.Wish.Office!, r.Wish.Secrets.Email!, r.Line)));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("name\r\n", "no contact")]
    [InlineData("who;where\r\na;b\r\n", "No row names the columns")]
    [InlineData("BEGIN:VCARD\nVERSION:2.1\nEND:VCARD", "2.1")]
    [InlineData("BEGIN:VCARD\nVERSION:3.0\nFN:A", "ends inside")]
    [InlineData("BEGIN:VCARD\nBEGIN:VCARD\nEND:VCARD", "inside another")]
    [InlineData("BEGIN:VCARD\nno colon here\nEND:VCARD", "no colon")]
    [InlineData("name,kind\r\n\"never closed", "quotation mark")]
    public void What_cannot_be_read_says_why(string text, string why) =>
        Assert.Contains(why, Assert.Throws<SourceException>(() => Read(text)).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Limits_hold()
    {
        Refused([.. Enumerable.Repeat((byte)'a', ContactFile.MaxBytes + 1)], "kB");
        Refused(Encoding.UTF8.GetBytes("name\n" + string.Concat(Enumerable.Repeat("A\n", ContactFile.MaxContacts + 1))), "more than 5,000");
        Refused(Encoding.UTF8.GetBytes("BEGIN:VCARD\nPHOTO:" + new string('A', 30_000) + "\nEND:VCARD"), "pictures");
        Refused(Encoding.UTF8.GetBytes("BEGIN:VCARD\n" + string.Concat(Enumerable.Repeat("NOTE:a\n", 300)) + "END:VCARD"), "properties");
        Refused(Encoding.UTF8.GetBytes("name\n" + new string('A', 6_000)), "");
        Refused([0x50, 0x4B, 3, 4, 9, 9, 9], "damaged");
        Refused([(byte)'n', 0, (byte)'a'], "no table");
        Refused([.. "BEGIN:VCARD\n"u8, 0xE9, 0x20], "UTF-8");
        Refused(Bomb(), "");
    }

    [Fact]
    public void A_pack_opens_to_what_went_in_and_nothing_else_opens()
    {
        var read = Read("name,state\r\nA,XNI\r\nB,\r\n");
        Assert.Equal(read, PackedContacts.Open(PackedContacts.Pack(read)));
        foreach (var pack in new[] { "", "AAAA", "no base 64 !", Convert.ToBase64String("[]"u8) })
        {
            Assert.Throws<SourceException>(() => PackedContacts.Open(pack));
        }
    }

    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 40; i++)
            {
                part.Write(zeros);
            }
        }

        return file.ToArray();
    }

    private static void Refused(byte[] content, string why) => Assert.Contains(why, Assert.Throws<SourceException>(() => ContactFile.Read(content, Cancel)).Message, StringComparison.Ordinal);

    private static IReadOnlyList<ReadContact> Read(string text) => ContactFile.Read(Encoding.UTF8.GetBytes(text), Cancel);
}
