namespace Oms.Domain.Import;

/// <summary>Something in an imported file that the registry has no place for.</summary>
/// <param name="Subject">What it is: an address, or a name as it stands in the file.</param>
/// <param name="Reason">Why it was left out, as a sentence.</param>
/// <param name="Line">Where it stands, from 1; null where the place is not known or there are several.</param>
public sealed record Unmapped(string Subject, string Reason, int? Line);
