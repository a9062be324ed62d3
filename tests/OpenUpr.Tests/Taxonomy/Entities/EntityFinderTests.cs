using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;
using Xunit;

namespace OpenUpr.Tests.Taxonomy.Entities;

public sealed class EntityFinderTests
{
    private readonly EntityFinder _finder = new();
    private readonly TextWords _words = new();
    private readonly List<EntityMention> _found = [];

    [Theory]
    [InlineData("Ratify the Convention against Torture", "cat")]
    [InlineData("Ratify the UN Convention against Torture and other cruel, inhuman, or degrading treatment or punishment", "cat")]
    [InlineData("Accede to the International Convention on the Protection of the Rights of all Migrant Workers and Their Families", "icrmw")]
    [InlineData("Ratify the Convention of the Rights of Persons with Disability", "crpd")]
    [InlineData("Ratify the Covenant on Economic, Social, and Cultural Rights", "icescr")]
    [InlineData("Follow the Paris Principles and the Bangkok Rules", "paris-principles bangkok-rules")]
    [InlineData("Withdraw reservations to CEDAW (articles 2 and 16) and the CRC", "cedaw crc")]
    [InlineData("Ratify the Rome Statute, including the Kampala amendments", "rome-statute kampala-amendments")]
    [InlineData("Ratify the 1951 Refugee Convention and its 1967 Protocol", "refugee-convention refugee-protocol")]
    public void Names_are_found_however_they_are_written(string text, string slugs) => Assert.Equal(slugs, Slugs(text));

    [Theory]
    [InlineData("Ratify the Optional Protocols to CAT and CEDAW", "op-cat op-cedaw")]
    [InlineData("Ratify the first and second Optional Protocols to the ICCPR", "iccpr-op1 iccpr-op2")]
    [InlineData("Ratify the two Optional Protocols to the CRC", "op-crc-ac op-crc-sc")]
    [InlineData("Ratify ICCPR, ICESCR and its optional protocol", "iccpr icescr op-icescr")]
    [InlineData("Ratify the CRPD and the Optional Protocol thereto", "crpd op-crpd")]
    [InlineData("Ratify the Optional Protocol to the Convention on the Rights of the Child (CRC) on the sale of children", "op-crc-sc")]
    [InlineData("Ratify the Optional Protocol to the CRC on a communications procedure, and CED", "op-crc-ic ced")]
    [InlineData("Ratify the Optional Protocol to the ICCPR aiming at the abolition of the death penalty", "iccpr-op2")]
    [InlineData("Ratify the Optional Protocols to ICCPR, ICESCR and CAT", "iccpr-op1 iccpr-op2 op-icescr op-cat")]
    [InlineData("Ratify Additional Protocols I and II to the Geneva Conventions", "geneva-ap1 geneva-ap2")]
    [InlineData("Ratify Protocol No. 12 to the European Convention on Human Rights", "echr-p12")]
    [InlineData("Ratify the ICCPR and the ICESCR and their Optional Protocols", "iccpr icescr op-icescr iccpr-op1 iccpr-op2")]
    [InlineData("Ratify the Convention on the Rights of Persons with Disabilities. Ratify the Optional Protocol", "crpd optional-protocols")]
    public void A_protocol_is_told_from_what_stands_around_it(string text, string slugs) => Assert.Equal(slugs, Slugs(text));

    [Theory]
    [InlineData("Ratify ILO Conventions 169 and 189", "ilo-c169 ilo-c189")]
    [InlineData("Ratify ILO Convention No. 169.", "ilo-c169")]
    [InlineData("Ratify Convention No. 111 of the International Labour Organization", "ilo-c111")]
    [InlineData("Ratify ILO Conventions No. 138 concerning minimum age for admission to employment, and No. 182", "ilo-c138 ilo-c182")]
    [InlineData("Ratify the Domestic Workers Convention", "ilo-c189")]
    [InlineData("Ratify ILO Conventions; build 169 schools", "ilo-conventions")]
    public void Conventions_of_the_ILO_go_by_numbers(string text, string slugs) => Assert.Equal(slugs, Slugs(text));

    [Theory]
    [InlineData("Submit the overdue reports to CERD and CAT", "cerd-committee cat-committee")]
    [InlineData("Implement the recommendations by CEDAW", "cedaw-committee")]
    [InlineData("Implement CEDAW", "cedaw")]
    [InlineData("Accede to CAT", "cat")]
    [InlineData("Invite the Special Rapporteurs on torture and on the independence of judges and lawyers", "sr-torture sr-judges")]
    [InlineData("Issue a standing invitation", "special-procedures")]
    public void A_body_is_told_from_its_treaty(string text, string slugs) => Assert.Equal(slugs, Slugs(text));

    [Theory]
    [InlineData("Let no cat be ceded; the upr of a mind, who knows")]
    [InlineData("Protect women against discrimination in all forms")]
    [InlineData("Adopt a protocol for hospitals")]
    [InlineData("")]
    [InlineData("((((,,,, ;;;; ....")]
    public void Common_words_name_nothing(string text) => Assert.Equal("", Slugs(text));

    [Fact]
    public void A_mention_says_which_words_it_is()
    {
        Slugs("Sign the United Nations Convention against Corruption soon");
        var mention = Assert.Single(_found);
        Assert.Equal("United Nations Convention against Corruption", _words.Written(mention.FirstWord, mention.Words).ToString());
    }

    [Fact]
    public void A_class_is_marked_as_naming_nothing_in_particular()
    {
        Slugs("Ratify the outstanding core international human rights instruments");
        Assert.True(EntityList.Current.All[Assert.Single(_found).Entity].IsGeneric);
    }

    [Fact]
    public void Once_warm_it_keeps_its_memory()
    {
        const string text = "Ratify the Optional Protocols to CAT and CEDAW, ILO Conventions 87 and 98, and invite the Special Rapporteurs on torture and on adequate housing";
        Slugs(text);
        _words.Read(text);
        _finder.Find(_words, _found);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _finder.Find(_words, _found);
        }

        // Nothing in optimised code; code that is not yet optimised may box a little, but no text or list.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 600);
    }

    private string Slugs(string text)
    {
        _words.Read(text);
        _finder.Find(_words, _found);
        return string.Join(' ', _found.Select(m => EntityList.Current.All[m.Entity].Slug));
    }
}
