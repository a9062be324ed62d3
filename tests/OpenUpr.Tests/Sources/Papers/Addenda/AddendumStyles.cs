namespace OpenUpr.Tests.Sources.Papers.Addenda;

/// <summary>
/// Invented addenda of invented States, one for each style in which States answer. Behind "=====" stands the style, below it what must be read, below "-----" the paper;
/// "-----pdf" is one that is laid out on a page.
/// </summary>
internal static class AddendumStyles
{
    public const string Text = """
        ===== lists under headings
        79.1 supported; 79.2 supported; 79.5 supported; 79.6 supported; 79.7 supported; 79.3 noted; 79.4 noted
        -----
        1. Meridia thanks the States that took part in its review.
        # Recommendations accepted by Meridia
        2. The following recommendations enjoy the support of Meridia: 79.1, 79.2 and 79.5-7.
        # Recommendations not accepted by Meridia
        3. The following recommendations did not enjoy the support of Meridia: 79.3; 79.4.
        ===== full stops as separators and ranges over lines
        104.1 supported; 104.2 supported; 104.3 supported; 104.10 supported; 104.11 supported; 104.12 supported; 104.14 noted
        -----pdf
           1.    The Government of Hovand accepts recommendations 104.1. 104.2. 104.3, 104.10-
           12.
           2.    It takes note of recommendation 104.14.
        ===== one sentence with both
        85.1 supported; 85.2 supported; 85.3 noted; 85.4 noted
        -----
        1. Kessou supports recommendations 85.1 and 85.2 and takes note of recommendations 85.3 and 85.4.
        ===== the numbers come first
        96.1 supported; 96.2 supported; 96.9 noted; 96.11 noted
        -----
        1. Recommendations 96.1 and 96.2 enjoy the support of Quillon, while 96.9 and 96.11 are noted.
        ===== answers one by one with a label
        110.1 supported; 110.2 noted; 110.3 noted partial; 110.4 supported
        -----
        1. The responses of the Government of Tovell are as follows.
        Recommendation 110.1: Accepted.
        Recommendation 110.2: Not accepted. The Constitution forbids it.
        Recommendation 110.3: Partially accepted. Tovell agrees with the first half.
        Recommendation 110.4: Accepted, considered already implemented.
        ===== the recommendation is repeated before the answer
        62.1 supported; 62.2 noted; 62.3 noted
        -----
        1. Replies of Sarrane.
        62.1 Accept the competence of the Committee against Torture (Arvenia, Hovand);
        Response: Sarrane accepts this recommendation.
        62.2 Support families by abolishing the tax on bread (Quillon);
        Response: Sarrane takes note of this recommendation. Bread is not taxed.
        62.3 Reject all forms of slavery (Tovell)
        Response: Does not enjoy the support of Sarrane.
        ===== a table with a header
        122.1 supported; 122.2 noted; 122.3 noted partial
        -----
        1. The position of Ulmaria is set out in the table.
        | Recommendation | Position | Comments
        | 122.1 Ratify the Protocol (Arvenia) | Supported | Ratification is planned.
        | 122.2 Abolish the levy (Hovand) | Noted | The levy pays for schools.
        | 122.3 Adopt two laws (Kessou) | Partially supported | One law is in force.
        ===== a table with a column for each position
        70.1 supported; 70.2 noted; 70.3 supported
        -----
        1. Table of responses.
        | No. | Recommendation | Accepted | Not accepted
        | 70.1 | Ratify the Protocol (Arvenia) | X |
        | 70.2 | Abolish the levy (Hovand) | | X
        | 70.3 | Adopt the law (Kessou) | x |
        ===== a table without header, section rows
        55.1 supported; 55.2 supported; 55.3 noted
        -----
        1. Responses.
        | Recommendations that enjoy the support of Jasmar
        | 55.1 | Ratify the Protocol
        | 55.2 | Adopt the law
        | Recommendations that are noted
        | 55.3 | Abolish the levy
        ===== all except some
        * supported; 131.4 noted; 131.9 noted
        -----
        1. Nivalund accepts all recommendations except 131.4 and 131.9.
        ===== a range except some
        58.1 supported; 58.2 supported; 58.4 supported; 58.3 noted
        -----
        1. Recommendations 58.1 to 58.4 are accepted, with the exception of 58.3.
        ===== plain numbers of the first cycle
        5 supported; 7 supported; 8 supported; 9 supported; 12 noted
        -----
        1. Bel Tora received 14 recommendations in May 2008.
        2. Bel Tora accepts recommendations 5, 7-9.
        3. Recommendation No. 12 is rejected.
        ===== paragraphs numbered as the recommendations
        5 supported; 6 noted; 7 supported
        -----
        5. Accepted. Meridia will ratify the Convention in 2010.
        6. Not accepted. Meridia has no such plans.
        7. Meridia supports this recommendation.
        ===== letters
        69 (a) supported; 69 (b) supported; 69 (c) noted
        -----
        1. Recommendations 69 (a) and (b) enjoy the support of Hovand.
        2. Recommendation 69 (c) does not enjoy the support of Hovand.
        ===== reasons in numbered paragraphs
        90.3 noted; 90.4 noted; 90.7 supported
        -----
        1. With regard to recommendations 90.3 and 90.4, Arvenia takes note of them. Its courts decide freely.
        2. Concerning recommendation 90.7, Arvenia is pleased to accept it.
        ===== pending ones answered now
        133.1 supported; 133.2 noted; 133.3 pending
        -----
        # Recommendations under consideration
        1. Quillon has examined the recommendations left pending.
        133.1 Quillon accepts this recommendation.
        133.2 Quillon cannot accept this recommendation.
        133.3 This recommendation is still under consideration.
        ===== considered implemented
        120.1 supported; 120.2 supported; 120.3 noted
        -----
        # A. Recommendations already implemented or in the process of implementation
        1. 120.1, 120.2
        # B. Recommendations that cannot be accepted
        2. 120.3
        ===== amounts and articles are no recommendations
        44.1 supported; 44.2 supported
        -----
        1. Tovell supports recommendations 44.1 and 44.2.
        2. The law of 2012 raised the share to 2.5 per cent and article 26.1 of the Constitution supports this; 3.4 million people benefit, as noted in section 2.7.
        ===== remaining ones noted
        100.1 supported; 100.2 supported; * noted
        -----
        1. Recommendations 100.1 and 100.2 are accepted. The remaining recommendations are noted.
        ===== a whole paragraph of the report
        121 supported; 122.1 noted; 122.2 noted
        -----
        1. As stated in the report, the recommendations in paragraph 121 enjoy the support of Kessou.
        2. Kessou notes recommendations 122.1 and 122.2.
        ===== in French
        98.1 supported; 98.2 supported; 98.3 noted; 98.4 noted
        -----
        1. Le Gouvernement accepte les recommandations 98.1 et 98.2.
        2. Les recommandations 98.3 et 98.4 ne recueillent pas l'adhésion de Méridie.
        ===== in Spanish
        87.1 supported; 87.2 supported; 87.3 noted
        -----
        1. Kesú acepta las recomendaciones 87.1 y 87.2.
        2. Toma nota de la recomendación 87.3.
        ===== bullets under lead-ins
        64.1 supported; 64.2 supported; 64.3 noted
        -----
        1. The following recommendations enjoy the support of Orsmere Isles:
        • 64.1
        • 64.2
        2. The following recommendations are noted:
        • 64.3
        ===== repeated texts under lead-ins
        77.1 supported; 77.2 supported; 77.3 noted
        -----pdf
           1.    The following recommendations enjoy the support of Hovand:
           77.1 Ratify the Convention against Torture and do not reject the
           competence of its Committee (Arvenia);
           77.2 Support small farmers (Kessou);
           2.    The following recommendations do not enjoy the support of Hovand:
           77.3 Accept all refugees (Tovell).
        ===== partly by words behind the number
        51.1 supported; 51.2 noted partial; 51.3 noted partial
        -----
        1. Jasmar accepts recommendation 51.1 and supports recommendation 51.2 in part. Jasmar accepts in principle recommendation 51.3.
        ===== accepted in two places
        30.1 noted; 30.2 supported
        -----
        1. Sarrane is not in a position to accept recommendation 30.1, as its Parliament is free. Sarrane has no objection and accepts recommendation 30.2.
        """;

    public static IEnumerable<(string Style, string Expected, bool IsLaidOut, string Paper)> All => Text.ReplaceLineEndings("\n")
        .Split("===== ", StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('\n', 4)).Select(p => (p[0], p[1], p[2] == "-----pdf", p[3]));
}
