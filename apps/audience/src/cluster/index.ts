export { ClusterSeat, openClusterSeat, type SeatEnd, type SeatListener, type SeatOptions } from './cluster-seat.ts';
