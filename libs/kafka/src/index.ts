export {
  RecordBatchTooLargeError,
  RecordBatchUnreadableError,
  type Refusal,
} from './codecs/codec.errors.js';
export { type Consumer, type ConsumerOptions, startConsumer } from './consumer.js';
export { DeafConsumerError, isBrokerOutage, KafkaUnavailableError } from './kafka.errors.js';
export { createProducer, type Producer, type ProducerOptions, type Sent } from './producer.js';
export {
  type KafkaRecord,
  type OutgoingRecord,
  type PartitionBatch,
  type PartitionHandler,
  singleHeaders,
} from './records.js';
export {
  createTopicAdmin,
  type OffsetRange,
  type TopicAdmin,
  type WantedTopic,
} from './topic-admin.js';
