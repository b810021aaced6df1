namespace NcpSearchEngine.Client.Tests;

/// <summary>A moment, or a date on the service's clock: what a time is decides which record is late enough.</summary>
public class RequestTimeTests
{
    private static readonly TimeSpan _korea = TimeSpan.FromHours(9);
    private static readonly DateTime _date = new(2025, 3, 24, 17, 20, 0);

    [Fact]
    public void A_date_without_a_zone_is_one_of_the_services_clock()
    {
        RequestTime time = RequestTime.At(_date);

        Assert.Equal("2025-03-24 17:20:00", time.ToString());
        Assert.False(time.IsLaterThan(Moment(17, 20), _korea));
        Assert.True(time.IsLaterThan(Moment(17, 19), _korea));
        Assert.False(time.IsLaterThan(Moment(17, 21), _korea));
        Assert.True(time.IsLaterThan(Moment(17, 21), TimeSpan.FromHours(8)));
    }

    [Fact]
    public void A_date_of_a_known_kind_is_a_moment()
    {
        RequestTime utc = RequestTime.At(DateTime.SpecifyKind(_date, DateTimeKind.Utc));

        Assert.Equal("2025-03-24 17:20:00 +00:00", utc.ToString());
        Assert.Equal(RequestTime.At(new DateTimeOffset(_date, TimeSpan.Zero)), utc);
        Assert.Equal(RequestTime.At(new DateTimeOffset(_date.ToLocalTime())), RequestTime.At(_date.ToLocalTime()));
    }

    [Fact]
    public void Of_two_moments_the_zone_of_the_service_does_not_matter()
    {
        Assert.True(Moment(17, 21).IsLaterThan(Moment(17, 20), TimeSpan.Zero));
        Assert.False(Moment(17, 20).IsLaterThan(Moment(17, 20), TimeSpan.Zero));
        Assert.False(Moment(17, 20).IsLaterThan(Moment(17, 21), TimeSpan.Zero));
    }

    [Fact]
    public void Two_are_the_same_where_they_say_the_same()
    {
        Assert.True(Moment(17, 20) == Moment(17, 20));
        Assert.False(Moment(17, 20) != Moment(17, 20));
        Assert.Equal(Moment(17, 20).GetHashCode(), Moment(17, 20).GetHashCode());
        Assert.True(Moment(17, 20) != Moment(17, 21));
        Assert.False(Moment(17, 20).Equals((object)Moment(17, 21)));
        Assert.False(Moment(17, 20).Equals(_date));

        // The same figures, but one of them on the service's clock.
        Assert.True(RequestTime.At(_date) != RequestTime.At(new DateTimeOffset(_date, TimeSpan.Zero)));
    }

    private static RequestTime Moment(int hour, int minute) => RequestTime.At(new DateTimeOffset(2025, 3, 24, hour, minute, 0, _korea));
}
